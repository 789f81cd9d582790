// A lead's life: the closed list of statuses, where each may go, and the guards on the way, each a
// reason that a screen can show as a sentence.

import {
  declineReasons,
  giveUpReasons,
  invalidReasons,
  reassessReasons,
  reopenReasons,
  type StatusReason,
  screenFailureReasons,
  withdrawalReasons,
} from "./status-reasons";

export const leadStatuses = [
  "new",
  "contacting",
  "pre_screening",
  "investigator_review",
  "visit_scheduled",
  "in_screening",
  "enrolled",
  "could_not_reach",
  "declined",
  "pre_screen_failure",
  "screen_failure",
  "withdrawn",
  "invalid",
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const leadStatusLabels: Readonly<Record<LeadStatus, string>> = {
  new: "New",
  contacting: "Contacting",
  pre_screening: "Pre-screening",
  investigator_review: "Investigator review",
  visit_scheduled: "Visit scheduled",
  in_screening: "In screening",
  enrolled: "Enrolled",
  could_not_reach: "Could not reach",
  declined: "Declined",
  // Before consent to the study; after it, it is a screen failure.
  pre_screen_failure: "Pre-screen failure",
  screen_failure: "Screen failure",
  withdrawn: "Withdrawn",
  invalid: "Invalid",
};

/** Statuses in which somebody still has to do something. */
export const openLeadStatuses: readonly LeadStatus[] = [
  "new",
  "contacting",
  "pre_screening",
  "investigator_review",
  "visit_scheduled",
  "in_screening",
];

/** In which a first contact may still be waited for: whoever came further was spoken with, logged or not. */
export const awaitedStatuses: readonly LeadStatus[] = ["new", "contacting", "pre_screening"];

/** From consent to the study on: its records are kept by law, and consent to contact closes nothing. */
export const consentedStatuses: readonly LeadStatus[] = [
  "in_screening",
  "enrolled",
  "screen_failure",
  "withdrawn",
];

const moves: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ["contacting", "pre_screening", "declined", "invalid"],
  contacting: ["pre_screening", "could_not_reach", "declined", "invalid"],
  pre_screening: ["investigator_review", "pre_screen_failure", "declined", "could_not_reach"],
  investigator_review: ["visit_scheduled", "pre_screening", "pre_screen_failure", "declined"],
  visit_scheduled: ["in_screening", "pre_screening", "declined", "could_not_reach"],
  in_screening: ["enrolled", "screen_failure", "withdrawn"],
  enrolled: ["withdrawn"],
  could_not_reach: ["pre_screening"],
  declined: ["pre_screening"],
  pre_screen_failure: ["pre_screening"],
  // Whoever failed after consent begins anew as a new lead.
  screen_failure: [],
  withdrawn: [],
  invalid: ["new"],
};

/** What `canMove` looks at. */
export interface LeadForMove {
  readonly status: LeadStatus;
  readonly attemptCount: number;
  /** ISO-8601 UTC. */
  readonly firstAttemptAt: string | null;
  /** When the person took back the consent to be contacted; left out: never. */
  readonly consentWithdrawnAt?: string | null;
  /** How far the questions are; null or left out: none was asked. */
  readonly screening?: { readonly questions: number; readonly answered: number } | null;
  /** Whether an investigator's signature stands for the answers as they are now; left out: none. */
  readonly signature?: SignatureState;
}

/** `overtaken`: the answers changed after it, so that it no longer says anything about them. */
export type SignatureState = "none" | "stands" | "overtaken";

/** What comes along with a move. */
export interface MoveGiven {
  readonly reason?: StatusReason | undefined;
  /** The criterion that failed, of the version that the lead is screened by. */
  readonly criterionId?: number | undefined;
  /** Consent to the study itself: the day, and the version of the form that was signed. */
  readonly studyConsent?: { readonly on: string; readonly formVersion: string } | undefined;
  /** An investigator's decision, being signed together with this move. */
  readonly isSigned?: boolean | undefined;
}

export type MoveRefusal =
  | "not_a_next_status"
  | "needs_decline_reason"
  | "needs_invalid_reason"
  | "needs_more_attempts_or_reason"
  | "needs_reopen_reason"
  | "declined_reopens_when_asked"
  | "consent_withdrawn"
  | "reason_does_not_fit"
  | "needs_every_answer"
  | "needs_signature"
  | "needs_new_signature"
  | "needs_criterion"
  | "needs_study_consent"
  | "needs_screen_failure_reason"
  | "needs_withdrawal_reason"
  | "needs_reassess_reason";

export const moveRefusalSentences: Readonly<Record<MoveRefusal, string>> = {
  not_a_next_status: "A lead cannot go there from where it is. Pick one of the offered statuses.",
  needs_decline_reason: "Say why the person declined; “gave no reason” is a reason, too.",
  needs_invalid_reason: "Say why this is no lead, so that it can be found again.",
  needs_more_attempts_or_reason:
    "“Could not reach” needs three attempts over fourteen days. Try again, or say why no further try makes sense.",
  needs_reopen_reason: "Say why this lead is opened again.",
  declined_reopens_when_asked:
    "This person declined. The lead opens again only because the person asked for it.",
  consent_withdrawn:
    "This person took back the consent to be contacted. The lead stays closed; when they write again, it is a new one.",
  reason_does_not_fit: "This reason does not belong to that status. Pick one of those offered.",
  needs_every_answer:
    "The investigator gets a candidate when every criterion is answered; “unknown” is an answer, too. Answer what is still open.",
  needs_signature:
    "Only an investigator's signature takes a candidate on from here. The investigator decides under Review.",
  needs_new_signature:
    "Answers or criteria changed after the investigator signed. Ask for a new signature before consent is recorded.",
  needs_criterion: "Name the criterion that failed.",
  needs_study_consent:
    "Enter the day on which the person signed the study's consent form, and the version of that form.",
  needs_screen_failure_reason: "Say why screening ended; a criterion that failed is named.",
  needs_withdrawal_reason: "Say why the person takes part no longer.",
  needs_reassess_reason: "Say why this person is asked again.",
};

/** Where a lead may go from where it is, in the order of the day. */
export function nextStatuses(
  lead: Pick<LeadForMove, "status" | "consentWithdrawnAt">,
): readonly LeadStatus[] {
  const all = moves[lead.status];
  return lead.consentWithdrawnAt && !consentedStatuses.includes(lead.status)
    ? all.filter((to) => !openLeadStatuses.includes(to))
    : all;
}

export const attemptsBeforeGivingUp = 3;
export const daysBeforeGivingUp = 14;

/** The reasons to offer for a move, and whether one must be given. */
export function reasonsForMove(
  lead: LeadForMove,
  to: LeadStatus,
  now: Date,
): { offered: readonly StatusReason[]; required: boolean } {
  if (to === "declined") return { offered: declineReasons, required: true };
  if (to === "invalid") return { offered: invalidReasons, required: true };
  if (to === "screen_failure") return { offered: screenFailureReasons, required: true };
  if (to === "withdrawn") return { offered: withdrawalReasons, required: true };
  if (to === "could_not_reach") {
    return { offered: giveUpReasons, required: !hasTriedEnough(lead, now) };
  }
  if (lead.status === "declined") return { offered: ["person_asked"], required: true };
  if (lead.status === "could_not_reach") return { offered: reopenReasons, required: true };
  if (lead.status === "pre_screen_failure") return { offered: reassessReasons, required: true };
  return { offered: [], required: false };
}

/** Whether the move has to name the criterion that failed, given its reason. */
export function namesCriterion(to: LeadStatus, reason: StatusReason | undefined): boolean {
  return to === "pre_screen_failure" || (to === "screen_failure" && reason === "criterion_failed");
}

/** Whether the lead may go there, with what is given, at this time; if not, which rule says so. */
export function canMove(
  lead: LeadForMove,
  to: LeadStatus,
  given: MoveGiven,
  now: Date,
): { ok: true } | { ok: false; refusal: MoveRefusal } {
  const { reason } = given;
  if (!moves[lead.status].includes(to)) return refuse("not_a_next_status");
  if (!nextStatuses(lead).includes(to)) return refuse("consent_withdrawn");
  const { offered, required } = reasonsForMove(lead, to, now);
  if (reason === undefined && required) return refuse(missingReason(lead, to));
  if (reason !== undefined && !offered.includes(reason)) {
    return refuse(
      lead.status === "declined" ? "declined_reopens_when_asked" : "reason_does_not_fit",
    );
  }
  if (namesCriterion(to, reason) && given.criterionId === undefined) {
    return refuse("needs_criterion");
  }
  const guard = guardOf(lead, to, given);
  return guard ? refuse(guard) : { ok: true };
}

/** Why the lead cannot go there whatever is given along: something has to be done first; null: it can. */
export function blockOf(lead: LeadForMove, to: LeadStatus, now: Date): MoveRefusal | null {
  const [reason] = reasonsForMove(lead, to, now).offered;
  const studyConsent = { on: now.toISOString().slice(0, 10), formVersion: "1" };
  const answer = canMove(lead, to, { reason, criterionId: 1, studyConsent }, now);
  return answer.ok ? null : answer.refusal;
}

/**
 * Why a lead may not be put back to where it was, whoever takes a change back: what let it go there once may be
 * gone since; undefined: nothing stands against it.
 */
export function refusalToReturn(lead: LeadForMove, to: LeadStatus): MoveRefusal | undefined {
  if (to === "investigator_review" && !isAnswered(lead)) return "needs_every_answer";
  const consentsAnew = lead.status === "visit_scheduled" && to === "in_screening";
  return consentsAnew && lead.signature !== "stands" ? "needs_new_signature" : undefined;
}

/** What a way asks for besides a reason. */
function guardOf(lead: LeadForMove, to: LeadStatus, given: MoveGiven): MoveRefusal | undefined {
  if (to === "investigator_review" && !isAnswered(lead)) return "needs_every_answer";
  const isDecided = to === "visit_scheduled" || to === "pre_screen_failure";
  if (lead.status === "investigator_review" && isDecided && !given.isSigned) {
    return "needs_signature";
  }
  if (to === "in_screening") {
    if (lead.signature !== "stands") return "needs_new_signature";
    if (!given.studyConsent) return "needs_study_consent";
  }
  return undefined;
}

function isAnswered({ screening }: LeadForMove): boolean {
  return screening != null && screening.questions > 0 && screening.answered >= screening.questions;
}

function hasTriedEnough(lead: LeadForMove, now: Date): boolean {
  if (lead.attemptCount < attemptsBeforeGivingUp || lead.firstAttemptAt === null) return false;
  const days = (now.getTime() - Date.parse(lead.firstAttemptAt)) / 86_400_000;
  return days >= daysBeforeGivingUp;
}

const missingReasons: Readonly<Partial<Record<LeadStatus, MoveRefusal>>> = {
  declined: "needs_decline_reason",
  invalid: "needs_invalid_reason",
  could_not_reach: "needs_more_attempts_or_reason",
  screen_failure: "needs_screen_failure_reason",
  withdrawn: "needs_withdrawal_reason",
};

function missingReason(lead: LeadForMove, to: LeadStatus): MoveRefusal {
  const ofStatus = missingReasons[to];
  if (ofStatus) return ofStatus;
  if (lead.status === "declined") return "declined_reopens_when_asked";
  return lead.status === "pre_screen_failure" ? "needs_reassess_reason" : "needs_reopen_reason";
}

function refuse(refusal: MoveRefusal): { ok: false; refusal: MoveRefusal } {
  return { ok: false, refusal };
}
