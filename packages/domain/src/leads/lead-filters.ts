// What a list of leads may be narrowed by, and the orders it may stand in: one shape for the address, for
// kept views, for many at once and for exports.
import { z } from "zod";
import { contactOutcomes } from "../contact/contact-attempt";
import { leadSources } from "./lead-source";
import { leadStatuses } from "./lead-status";

export const leadSorts = [
  "arrived",
  "waiting",
  "name",
  "status",
  "follow_up",
  "study",
  "site",
  "owner",
  "language",
  "source",
  "last_contact",
  "attempts",
] as const;
export type LeadSort = (typeof leadSorts)[number];

/** Where a follow-up stands, by the site's own days; each follow-up is in one of them. */
export const followUpFilters = ["none", "overdue", "today", "next_7_days", "later"] as const;
export type FollowUpFilter = (typeof followUpFilters)[number];

/** Stands among the owners for "nobody's". */
export const noOwner = "none";

/** A query takes only so many values. */
const atMost200 = <T extends z.ZodType>(value: T) =>
  z.array(value).max(200, "Choose at most 200 at a time");
/** Whole days that have passed since then. */
const days = z.int().min(0).max(36_500).optional();

export const leadFilters = z.object({
  statuses: atMost200(z.enum(leadStatuses)).optional(),
  studyIds: atMost200(z.int32().positive()).optional(),
  siteIds: atMost200(z.int32().positive()).optional(),
  /** People's ids, and `none` for leads that nobody owns. */
  ownerIds: atMost200(z.string().max(64)).optional(),
  languages: atMost200(z.string().max(35)).optional(),
  sources: atMost200(z.enum(leadSources)).optional(),
  /** Words of the name, e-mail, phone, lead number, study, or the reader's own notes. */
  search: z.string().trim().max(200).optional(),
  followUps: atMost200(z.enum(followUpFilters)).optional(),
  /** Since the lead came in; both ends count. */
  age: z.object({ minDays: days, maxDays: days }).optional(),
  /** Since the last attempt; with `never`, also (or only) leads that nobody tried to reach yet. */
  lastContact: z
    .object({ never: z.literal(true).optional(), minDays: days, maxDays: days })
    .optional(),
  /** An attempt that ended in one of these, within so many days; one that was taken back does not count. */
  tried: z
    .object({
      outcomes: z.array(z.enum(contactOutcomes)).min(1).max(contactOutcomes.length),
      withinDays: z.int().min(1).max(36_500).optional(),
    })
    .optional(),
  /** Whether the reader wrote notes on it; other people's notes do not count. */
  hasNote: z.boolean().optional(),
});
export type LeadFilters = z.infer<typeof leadFilters>;
