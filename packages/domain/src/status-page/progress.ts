// How far a request has come, for the person themselves: five steps in plain words, what is waited for
// and since when. Made from the lead's status and times alone: no reason, no name, nothing of the team's.
import { type LeadStatus, openLeadStatuses } from "../leads/lead-status";

export const progressSteps = ["received", "first_contact", "questions", "doctor", "visit"] as const;
export type ProgressStep = (typeof progressSteps)[number];

/** How a request that goes no further came to its end. */
export type ProgressEnd = "withdrawn" | "declined" | "could_not_reach" | "closed";

export interface Progress {
  /** Those that are done, in order; `at` is null where only the fact is known. */
  readonly done: readonly { readonly step: ProgressStep; readonly at: string | null }[];
  /** What is under way or waited for; null at an end. */
  readonly now: ProgressStep | null;
  readonly ahead: readonly ProgressStep[];
  readonly end: { readonly how: ProgressEnd; readonly at: string } | null;
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
}

const ends: Readonly<Partial<Record<LeadStatus, ProgressEnd>>> = {
  declined: "declined",
  could_not_reach: "could_not_reach",
  invalid: "closed",
};

export function progressOf(lead: LeadForProgress, now: Date): Progress {
  const isOpen = openLeadStatuses.includes(lead.status);
  const asksQuestions = lead.status === "pre_screening" || lead.questionsSince !== null;
  const hasSpoken = lead.firstContactAt !== null || asksQuestions;
  const end = endOf(lead);
  const done: Progress["done"] = [
    { step: "received", at: lead.createdAt },
    ...(hasSpoken ? [{ step: "first_contact" as const, at: lead.firstContactAt }] : []),
    ...(end && asksQuestions ? [{ step: "questions" as const, at: lead.questionsSince }] : []),
  ];
  if (end) return { done, now: null, ahead: [], end, waiting: null };
  const [current = null, ...ahead] = progressSteps.slice(done.length);
  const waitedMs = now.getTime() - Date.parse(lead.createdAt);
  return {
    done,
    now: current,
    ahead,
    end: null,
    waiting:
      isOpen && !hasSpoken
        ? {
            since: lead.createdAt,
            isLate: waitedMs > lead.promiseHours * 3_600_000,
            lastTriedAt: lead.lastAttemptAt,
          }
        : null,
  };
}

function endOf(lead: LeadForProgress): Progress["end"] {
  if (lead.consentWithdrawnAt !== null) return { how: "withdrawn", at: lead.consentWithdrawnAt };
  const how = ends[lead.status];
  return how ? { how, at: lead.statusSince } : null;
}
