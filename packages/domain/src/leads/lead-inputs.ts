// What the lead screens may send. Every change names the version it was made on.
import { z } from "zod";
import { contactChannels, contactOutcomes } from "./contact-attempt";
import { leadSources } from "./lead-source";
import { leadStatuses, statusReasons } from "./lead-status";

// Numbers of rows are 32 bits wide, here and in every input: beyond that PostgreSQL breaks off.
const leadId = z.int32().positive();
const expectedVersion = z.int32().positive();
/** ISO-8601 with a zone; kept as UTC with milliseconds, so that text order is time order. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString());

export const leadIdInput = z.object({ leadId });

export const leadSorts = ["arrived", "waiting", "name", "follow_up", "status"] as const;
export type LeadSort = (typeof leadSorts)[number];

/** A query takes only so many values. */
const atMost200 = <T extends z.ZodType>(value: T) =>
  z.array(value).max(200, "Choose at most 200 at a time");

export const leadFilters = z.object({
  statuses: atMost200(z.enum(leadStatuses)).optional(),
  studyIds: atMost200(z.int32().positive()).optional(),
  siteIds: atMost200(z.int32().positive()).optional(),
  /** A person's id, or `none` for leads that nobody owns. */
  ownerId: z.string().max(64).optional(),
  languages: atMost200(z.string().max(35)).optional(),
  sources: atMost200(z.enum(leadSources)).optional(),
  /** Name, e-mail, phone or lead number. */
  search: z.string().trim().max(200).optional(),
  /** A follow-up that is due by the end of today. */
  due: z.boolean().optional(),
});
export type LeadFilters = z.infer<typeof leadFilters>;

export const listLeadsInput = z.object({
  filters: leadFilters.default({}),
  sort: z.enum(leadSorts).default("arrived"),
  descending: z.boolean().default(true),
  /** From the page before; opaque. */
  cursor: z.string().max(500).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListLeadsInput = z.infer<typeof listLeadsInput>;

export const changeStatusInput = z.object({
  leadId,
  to: z.enum(leadStatuses),
  reason: z.enum(statusReasons).optional(),
  expectedVersion,
});
export type ChangeStatusInput = z.infer<typeof changeStatusInput>;

export const logContactInput = z.object({
  leadId,
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  note: z.string().trim().max(2000).optional(),
  /** When to try again: null for never by itself, left out for the usual time of the outcome. */
  nextTryAt: instant.nullable().optional(),
  expectedVersion,
});
export type LogContactInput = z.infer<typeof logContactInput>;

export const setFollowUpInput = z.object({
  leadId,
  at: instant.nullable(),
  note: z.string().trim().max(500).optional(),
  expectedVersion,
});
export type SetFollowUpInput = z.infer<typeof setFollowUpInput>;

export const assignLeadInput = z.object({
  leadId,
  /** Null takes the owner away. */
  ownerId: z.string().max(64).nullable(),
  expectedVersion,
});
export type AssignLeadInput = z.infer<typeof assignLeadInput>;

/** Today: skip what was just put aside, so that "next" moves on. */
export const nextLeadInput = z.object({
  skipLeadIds: z.array(leadId).max(200).default([]),
});
export type NextLeadInput = z.infer<typeof nextLeadInput>;
