// What reports are asked and what they answer. Every number carries the filters of the list that shows
// exactly its rows; no report holds a name or a way to reach anybody.
import { z } from "zod";
import { leadFilters } from "../leads/lead-filters";
import type { LeadStatus } from "../leads/lead-status";
import type { StatusReason } from "../leads/status-reasons";
import type { CriterionKind } from "../studies/criteria";
import type { ViewFilters } from "../views/view-filters";

/** What is left out is not narrowed. Sites where the viewer has no role are never part of it. */
export const reportInput = leadFilters
  .pick({ studyIds: true, siteIds: true, sources: true, languages: true })
  .extend({
    /** Days on which leads arrived, as the calendar of their site has them; both count. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  });
export type ReportInput = z.infer<typeof reportInput>;

export interface ReportNumber {
  readonly count: number;
  readonly filters: ViewFilters;
}

/** How far leads came: whoever is counted for a stage is counted for each before it. */
export const funnelStages = [
  "arrived",
  "reached",
  "screened",
  "eligible",
  "visit_held",
  "enrolled",
] as const;
export type FunnelStage = (typeof funnelStages)[number];

export const funnelStageLabels: Readonly<Record<FunnelStage, string>> = {
  arrived: "Leads",
  reached: "Reached",
  screened: "Screened",
  eligible: "Eligible",
  visit_held: "Visit held",
  enrolled: "Enrolled",
};

export const funnelGroupings = ["study", "site", "source", "month", "language"] as const;
export type FunnelGrouping = (typeof funnelGroupings)[number];

export const recruitmentInput = reportInput.extend({
  by: z.enum(funnelGroupings).default("month"),
});
export type RecruitmentInput = z.infer<typeof recruitmentInput>;

/** Hours from a lead's arrival: a quarter took at most the first, half the second, three quarters the third. */
export interface Spread {
  /** How many leads it is taken from. */
  readonly observations: ReportNumber;
  /** Null: there are none. */
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
}

export interface Funnel {
  readonly stages: Readonly<Record<FunnelStage, ReportNumber>>;
  readonly toFirstContact: Spread;
  /** Until it was first decided whether the person fits, one way or the other. */
  readonly toDecision: Spread;
}

export interface FunnelGroup extends Funnel {
  /** A study's or site's id, a source, "2026-09", a language tag, or `none` for no language named. */
  readonly key: string;
  readonly label: string;
}

export interface RecruitmentReport {
  /** When it was counted; ISO-8601 UTC. */
  readonly at: string;
  readonly by: FunnelGrouping;
  readonly total: Funnel;
  /** In the order of the calendar or of the names. */
  readonly groups: readonly FunnelGroup[];
  /** Stand outside every other number. */
  readonly invalid: ReportNumber;
}

/** Of how many; null where there is nothing to take a share of. */
export interface ShareNumber extends ReportNumber {
  /** From 0 to 1. */
  readonly share: number | null;
}

/** One criterion through all its versions. */
export interface FailureLine {
  readonly lineId: number;
  /** As the newest published version that has it says. */
  readonly label: string;
  readonly kind: CriterionKind;
  readonly text: string;
  /** Closed before consent naming it, of all whose pre-screening was decided. */
  readonly preScreenFailures: ShareNumber;
  /** Closed after consent naming it, of all who consented. */
  readonly screenFailures: ShareNumber;
  /** Leads that gave it an answer other than unknown. */
  readonly answered: ReportNumber;
  /** Of those, the ones whose answer speaks against taking part. */
  readonly against: ShareNumber;
}

export interface StudyFailures {
  readonly studyId: number;
  readonly studyTitle: string;
  readonly nctId: string;
  /** The denominator before consent. */
  readonly decided: ReportNumber;
  /** The denominator after consent. */
  readonly consented: ReportNumber;
  /** Those that exclude most first. */
  readonly lines: readonly FailureLine[];
}

export interface FailuresReport {
  readonly at: string;
  readonly studies: readonly StudyFailures[];
  /** What each share is a share of, in a sentence to print beside it. */
  readonly denominators: typeof failureDenominators;
}

export const failureDenominators = {
  preScreenFailures:
    "Leads that closed before consent naming this criterion, of all that were decided before consent.",
  screenFailures:
    "Leads that failed screening naming this criterion, of all who consented to the study.",
  against:
    "Leads whose answer speaks against taking part, of all that answered it other than with unknown.",
} as const;

/** `assessed`: all but invalid leads; `screened` and `consented`: only who came so far. */
export const logScopes = ["assessed", "screened", "consented"] as const;
export type LogScope = (typeof logScopes)[number];

const logChoice = {
  scope: z.enum(logScopes).default("screened"),
  /** Without them nobody is told apart but by number. */
  withInitials: z.boolean().default(false),
};

export const screeningLogInput = reportInput.extend({
  ...logChoice,
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ScreeningLogInput = z.infer<typeof screeningLogInput>;

/** Whole, as a file. */
export const screeningLogFileInput = reportInput.extend(logChoice);
export type ScreeningLogFileInput = z.infer<typeof screeningLogFileInput>;

/** Days are ISO days of the site's calendar; null: not so far. */
export interface LogRow {
  readonly leadId: number;
  readonly screeningNumber: string | null;
  /** Null: not asked for, or the person was erased. */
  readonly initials: string | null;
  readonly studyTitle: string;
  readonly nctId: string;
  readonly siteName: string;
  readonly arrivedOn: string;
  readonly firstContactOn: string | null;
  readonly screenedOn: string | null;
  readonly decidedOn: string | null;
  readonly visitHeldOn: string | null;
  readonly consentOn: string | null;
  readonly enrolledOn: string | null;
  readonly status: LeadStatus;
  readonly statusOn: string;
  readonly reason: StatusReason | null;
  /** Labels: the criterion that closed it first, then those that answers speak against. */
  readonly failedCriteria: readonly string[];
}

/** Oldest first. */
export interface ScreeningLog {
  readonly at: string;
  readonly total: ReportNumber;
  readonly rows: readonly LogRow[];
  readonly nextCursor: string | null;
}

export interface ConsortPart extends ReportNumber {
  /** A status, a reason, or `line-` and a criterion's line. */
  readonly key: string;
  readonly label: string;
  readonly status?: LeadStatus;
  readonly reason?: StatusReason;
  readonly lineId?: number;
}

/** A box, and what it is made of: the parts add up to it, and no part is empty. */
export interface ConsortBox extends ReportNumber {
  readonly parts: readonly ConsortPart[];
}

/**
 * assessed = excluded + underWay + consented; consented = screenFailures + withdrawnBefore + inScreening
 * + enrolled; enrolled = takingPart + withdrawnAfter.
 */
export interface ConsortReport {
  readonly at: string;
  /** All but invalid leads; of two that were merged, one. */
  readonly assessed: ReportNumber;
  readonly excluded: ReportNumber;
  /** By criterion; several studies have several of the same label. */
  readonly preScreenFailures: ConsortBox;
  /** By the person's reason. */
  readonly declined: ConsortBox;
  readonly couldNotReach: ConsortBox;
  /** Still being assessed, by status. */
  readonly underWay: ConsortBox;
  readonly consented: ReportNumber;
  /** After consent, by reason, and by criterion where one failed. */
  readonly screenFailures: ConsortBox;
  /** By reason. */
  readonly withdrawnBefore: ConsortBox;
  readonly inScreening: ReportNumber;
  readonly enrolled: ReportNumber;
  readonly takingPart: ReportNumber;
  readonly withdrawnAfter: ConsortBox;
  /** Closed with no reason that the lists hold: always 0, or something is wrong. */
  readonly unexplained: ReportNumber;
  /** Stand outside: spam, tests, the same person twice. */
  readonly invalid: ConsortBox;
}
