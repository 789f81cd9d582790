// How far a request has come, for the person themselves: five steps in plain words, what is waited for
// and since when. Made from the lead's status and times alone: no reason, no name, nothing of the team's.
import { consentedStatuses, type LeadStatus } from "../leads/lead-status";

export const progressSteps = ["received", "first_contact", "questions", "doctor", "visit"] as const;
export type ProgressStep = (typeof progressSteps)[number];

/**
 * How a request that goes no further came to its end; `takes_part` is the good one. Why somebody does not fit is
 * for the study's doctor to explain, never for a page.
 */
export type ProgressEnd =
  | "withdrawn"
  | "withdrawn_in_study"
  | "declined"
  | "could_not_reach"
  | "not_suitable"
  | "takes_part"
  | "left_study"
  | "closed";

export interface Progress {
  /** Those that are done, in order; `at` is null where only the fact is known. */
  readonly done: readonly { readonly step: ProgressStep; readonly at: string | null }[];
  /** What is under way or waited for; null at an end. */
  readonly now: ProgressStep | null;
  readonly ahead: readonly ProgressStep[];
  readonly end: { readonly how: ProgressEnd; readonly at: string } | null;
  /** The person signed the study's own consent form, and is being screened. */
  readonly hasConsented: boolean;
  /** While the first contact is waited for. */
  readonly waiting: {
    readonly since: string;
    /** Longer than the site promises. */
    readonly isLate: boolean;
    /** When the team last tried to reach the person. */
    readonly lastTriedAt: string | null;
  } | null;
}

export interface LeadForProgress {
  readonly status: LeadStatus;
  readonly statusSince: string;
  readonly createdAt: string;
  readonly firstContactAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly consentWithdrawnAt: string | null;
  /** Hours within which the site promises a first contact. */
  readonly promiseHours: number;
  /** When the status became pre_screening for the first time. */
  readonly questionsSince: string | null;
  /** When its criteria were all answered or one failed, a doctor signed, the first visit was held. */
  readonly screenedAt: string | null;
  readonly eligibleAt: string | null;
  readonly visitHeldAt: string | null;
}

const ends: Readonly<Partial<Record<LeadStatus, ProgressEnd>>> = {
  declined: "declined",
  could_not_reach: "could_not_reach",
  pre_screen_failure: "not_suitable",
  screen_failure: "not_suitable",
  enrolled: "takes_part",
  withdrawn: "left_study",
  invalid: "closed",
};

/** What is under way in a status that is open, once the two have spoken. */
const underWay: Readonly<Partial<Record<LeadStatus, ProgressStep>>> = {
  pre_screening: "questions",
  investigator_review: "doctor",
  visit_scheduled: "visit",
  in_screening: "visit",
};

export function progressOf(lead: LeadForProgress, now: Date): Progress {
  const end = endOf(lead);
  const hasConsented = lead.status === "in_screening" && end === null;
  if (end) {
    const done = progressSteps.flatMap((step) => doneBeforeEnd(lead, step));
    return { done, now: null, ahead: [], end, hasConsented, waiting: null };
  }
  const current = currentOf(lead);
  const at = progressSteps.indexOf(current);
  const waitedMs = now.getTime() - Date.parse(lead.createdAt);
  return {
    done: progressSteps.slice(0, at).map((step) => ({ step, at: timeOf(lead, step) })),
    now: current,
    ahead: progressSteps.slice(at + 1),
    end: null,
    hasConsented,
    waiting:
      current === "first_contact"
        ? {
            since: lead.createdAt,
            isLate: waitedMs > lead.promiseHours * 3_600_000,
            lastTriedAt: lead.lastAttemptAt,
          }
        : null,
  };
}

function currentOf(lead: LeadForProgress): ProgressStep {
  const later = underWay[lead.status];
  if (later) return later;
  return lead.firstContactAt !== null || lead.questionsSince !== null
    ? "questions"
    : "first_contact";
}

/** Of what is over only what is known to have happened. */
function doneBeforeEnd(lead: LeadForProgress, step: ProgressStep): Progress["done"] {
  const at = timeOf(lead, step);
  const hasSpoken = step === "first_contact" && lead.questionsSince !== null;
  const hasCome = step === "visit" && consentedStatuses.includes(lead.status);
  return at !== null || hasSpoken || hasCome ? [{ step, at }] : [];
}

function timeOf(lead: LeadForProgress, step: ProgressStep): string | null {
  switch (step) {
    case "received":
      return lead.createdAt;
    case "first_contact":
      return lead.firstContactAt;
    case "questions":
      return lead.screenedAt ?? lead.questionsSince;
    case "doctor":
      return lead.eligibleAt;
    case "visit":
      return lead.visitHeldAt;
  }
}

function endOf(lead: LeadForProgress): Progress["end"] {
  if (lead.consentWithdrawnAt !== null) {
    const isInStudy = consentedStatuses.includes(lead.status);
    const how = isInStudy ? "withdrawn_in_study" : "withdrawn";
    return { how, at: lead.consentWithdrawnAt };
  }
  const how = ends[lead.status];
  return how ? { how, at: lead.statusSince } : null;
}
