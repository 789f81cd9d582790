// What the lead screens may send. Every change names the version it was made on.
import { z } from "zod";
import { contactChannels, contactOutcomes } from "../contact/contact-attempt";
import { contactReasons } from "../contact/contact-reason";
import { mailBodySchema, mailSubjectSchema } from "../templates/template-inputs";
import { leadFilters, leadSorts } from "./lead-filters";
import { leadStatuses } from "./lead-status";
import { statusReasons } from "./status-reasons";
import { screeningNumberSchema, studyConsentSchema } from "./study-consent";

// Numbers of rows are 32 bits wide, here and in every input: beyond that PostgreSQL breaks off.
const leadId = z.int32().positive();
const expectedVersion = z.int32().positive();
/** ISO-8601 with a zone; kept as UTC with milliseconds, so that text order is time order. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString());

export const leadIdInput = z.object({ leadId });

export const listLeadsInput = z.object({
  filters: leadFilters.default({}),
  sort: z.enum(leadSorts).default("arrived"),
  descending: z.boolean().default(true),
  /** From the page before; opaque. */
  cursor: z.string().max(500).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListLeadsInput = z.infer<typeof listLeadsInput>;

export const countLeadsInput = z.object({ filters: leadFilters.default({}) });
export type CountLeadsInput = z.infer<typeof countLeadsInput>;

/** Go to a lead: a few of the best matches. */
export const findLeadsInput = z.object({
  text: z.string().trim().max(200),
  limit: z.int().min(1).max(50).default(8),
});
export type FindLeadsInput = z.infer<typeof findLeadsInput>;

export const changeStatusInput = z.object({
  leadId,
  to: z.enum(leadStatuses),
  reason: z.enum(statusReasons).optional(),
  /** The criterion that failed, where the move names one. */
  criterionId: z.int32().positive().optional(),
  /** Consent to the study, where screening begins. */
  studyConsent: studyConsentSchema.optional(),
  expectedVersion,
});
export type ChangeStatusInput = z.infer<typeof changeStatusInput>;

export const setScreeningNumberInput = z.object({
  leadId,
  /** Null takes it away. */
  screeningNumber: screeningNumberSchema.nullable(),
  expectedVersion,
});
export type SetScreeningNumberInput = z.infer<typeof setScreeningNumberInput>;

export const logContactInput = z.object({
  leadId,
  channel: z.enum(contactChannels),
  outcome: z.enum(contactOutcomes),
  note: z.string().trim().max(2000).optional(),
  /** Why, where the desk advises against it; see `mayContact`. */
  despite: z.enum(contactReasons).optional(),
  /** When to try again: null for never by itself, left out for the usual time of the outcome. */
  nextTryAt: instant.nullable().optional(),
  /** Names one press of a key: sent again under the same name, it is logged once. */
  requestKey: z.string().min(8).max(64).optional(),
  expectedVersion,
});
export type LogContactInput = z.infer<typeof logContactInput>;

/** What may stand in a mail to a person; fields in braces are filled in by the server. */
const leadMailFields = {
  leadId,
  subject: mailSubjectSchema,
  body: mailBodySchema,
  /** BCP 47: what it is written in. */
  language: z.string().max(35),
};

export const previewMailInput = z.object(leadMailFields);
export type PreviewMailInput = z.infer<typeof previewMailInput>;

export const writeToLeadInput = z.object({
  ...leadMailFields,
  expectedVersion,
  despite: z.enum(contactReasons).optional(),
});
export type WriteToLeadInput = z.infer<typeof writeToLeadInput>;

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

/** Takes back a change of one's own; `changeId` came with its answer. */
export const undoChangeInput = z.object({ changeId: z.int32().positive() });
export type UndoChangeInput = z.infer<typeof undoChangeInput>;
