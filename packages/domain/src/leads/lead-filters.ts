// What a list of leads may be narrowed by, and the orders it may stand in: one shape for the address, for
// kept views, for many at once and for exports.
import { z } from "zod";
import { contactOutcomes } from "../contact/contact-attempt";
import { answers } from "../screening/answer";
import { leadSources } from "./lead-source";
import { leadStatuses } from "./lead-status";
import { statusReasons } from "./status-reasons";

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
/** Stands among the languages for "the person named none". */
export const noLanguage = "none";
/** Stands among the reasons for "the status names none". */
export const noReason = "none";

/** How far along its way to the study a lead came; whoever came to one came to all before it. */
export const leadStages = ["reached", "screened", "eligible", "visit_held", "enrolled"] as const;
export type LeadStage = (typeof leadStages)[number];

/** How far a lead's questions are; a lead may be in several, and is in one of the first three. */
export const screeningFilters = [
  "not_started",
  "under_way",
  "complete",
  "unknowns",
  "failing",
] as const;
export type ScreeningFilter = (typeof screeningFilters)[number];

/** What is measured of a lead from its arrival on. */
export const measures = ["first_contact", "decision"] as const;
export type Measure = (typeof measures)[number];

/** A query takes only so many values. */
const atMost200 = <T extends z.ZodType>(value: T) =>
  z.array(value).max(200, "Choose at most 200 at a time");
const lineId = z.int32().positive();
/** Whole days that have passed since then. */
const days = z.int().min(0).max(36_500).optional();

export const leadFilters = z.object({
  statuses: atMost200(z.enum(leadStatuses)).optional(),
  studyIds: atMost200(z.int32().positive()).optional(),
  siteIds: atMost200(z.int32().positive()).optional(),
  /** People's ids, and `none` for leads that nobody owns. */
  ownerIds: atMost200(z.string().max(64)).optional(),
  /** BCP 47 tags, and `none` where the person named no language. */
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
  /** Days by the site's calendar; both ends count. */
  arrived: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }).optional(),
  /** Why the lead is where it is, and `none` where its status says no more. */
  reasons: atMost200(z.enum([...statusReasons, noReason])).optional(),
  /** Came at least so far. */
  stage: z.enum(leadStages).optional(),
  /** Did not come so far. */
  shortOf: z.enum(leadStages).optional(),
  /** Closed because one of these criteria failed, in whichever version. */
  failedLineIds: atMost200(lineId).optional(),
  /** How far the questions are; in any of these. */
  screening: atMost200(z.enum(screeningFilters)).optional(),
  /** Answers that stand, in whichever version: of one criterion any, of several criteria all. */
  answers: z
    .array(z.object({ lineId, answer: z.enum(answers) }))
    .max(50, "Choose at most 50 at a time")
    .optional(),
  /** That it has happened, and so is counted in the times that reports measure. */
  measured: z.enum(measures).optional(),
  /** Closed, though not with one of the reasons that the lists hold. */
  unexplained: z.literal(true).optional(),
});
export type LeadFilters = z.infer<typeof leadFilters>;
