// What comes next for a lead once a visit is planned, held, missed or called off: its follow-up, so that it comes
// back by itself. A date that somebody set for another reason stays.
import type { LeadStatus } from "../leads/lead-status";
import { arrangeVisitNote } from "../reviews/review";
import type { VisitEnd } from "./visit-states";

export const visitFollowUpNotes = {
  arrange: arrangeVisitNote,
  planned: "Did the person come to the visit?",
  held: "Record the consent to the study, or why there is none",
  no_show: "Missed the visit: call, and arrange another",
  cancelled: "The visit was called off: arrange another",
} as const;

interface LeadForVisit {
  readonly status: LeadStatus;
  readonly followUpAt: string | null;
  readonly followUpNote: string | null;
}

interface FollowUp {
  readonly followUpAt: string | null;
  readonly followUpNote: string | null;
}

/** Undefined: the follow-up stays as it is. */
export function followUpOnceOver(
  lead: LeadForVisit,
  visit: { readonly startsAt: string; readonly minutes: number },
  now: Date,
): FollowUp | undefined {
  if (!isOurs(lead, now)) return undefined;
  const over = new Date(Date.parse(visit.startsAt) + visit.minutes * 60_000);
  return { followUpAt: over.toISOString(), followUpNote: visitFollowUpNotes.planned };
}

/** After the visit came to its end. */
export function followUpAfter(lead: LeadForVisit, end: VisitEnd, now: Date): FollowUp | undefined {
  if (!isOurs(lead, now)) return undefined;
  // During screening a visit that was held asks for nothing, and no other one has to follow it.
  if (lead.status === "in_screening" && end !== "no_show") {
    return { followUpAt: null, followUpNote: null };
  }
  if (lead.status !== "visit_scheduled" && lead.status !== "in_screening") return undefined;
  return { followUpAt: now.toISOString(), followUpNote: visitFollowUpNotes[end] };
}

const notes: readonly string[] = Object.values(visitFollowUpNotes);

/** None, past, or set by a visit. */
function isOurs({ followUpAt, followUpNote }: LeadForVisit, now: Date): boolean {
  if (followUpAt === null || followUpAt <= now.toISOString()) return true;
  return followUpNote !== null && notes.includes(followUpNote);
}
