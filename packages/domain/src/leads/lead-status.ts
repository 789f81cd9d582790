// A lead's life: the closed list of statuses, where each may go, and the guards on the way, each a
// reason that a screen can show as a sentence.

export const leadStatuses = [
  "new",
  "contacting",
  "pre_screening",
  "could_not_reach",
  "declined",
  "invalid",
] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const leadStatusLabels: Readonly<Record<LeadStatus, string>> = {
  new: "New",
  contacting: "Contacting",
  pre_screening: "Pre-screening",
  could_not_reach: "Could not reach",
  declined: "Declined",
  invalid: "Invalid",
};

/** Statuses in which somebody still has to do something. */
export const openLeadStatuses: readonly LeadStatus[] = ["new", "contacting", "pre_screening"];

const moves: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  new: ["contacting", "pre_screening", "declined", "invalid"],
  contacting: ["pre_screening", "could_not_reach", "declined", "invalid"],
  pre_screening: ["declined", "could_not_reach"],
  could_not_reach: ["pre_screening"],
  declined: ["pre_screening"],
  invalid: ["new"],
};

/** Why a person does not want to take part. */
export const declineReasons = [
  "travel",
  "time_visits",
  "safety",
  "placebo_randomisation",
  "compensation",
  "advice_of_doctor_or_family",
  "other_trial_or_treatment",
  "language",
  "privacy",
  "none_given",
] as const;
/** Why somebody gives up before three attempts over fourteen days. */
export const giveUpReasons = [
  "wrong_number",
  "undeliverable",
  "no_other_way",
  "person_abroad",
] as const;
/** Why a lead is no lead. */
export const invalidReasons = ["spam", "duplicate", "test", "not_a_person"] as const;
/** Why a closed lead is opened again; a declined one only because the person asked. */
export const reopenReasons = ["person_asked", "got_in_touch", "new_contact_details"] as const;

export const statusReasons = [
  ...declineReasons,
  ...giveUpReasons,
  ...invalidReasons,
  ...reopenReasons,
] as const;
export type StatusReason = (typeof statusReasons)[number];

export const statusReasonLabels: Readonly<Record<StatusReason, string>> = {
  travel: "Too far to travel",
  time_visits: "Too many visits, too little time",
  safety: "Worried about safety",
  placebo_randomisation: "Does not want placebo or chance to decide",
  compensation: "Compensation",
  advice_of_doctor_or_family: "Doctor or family advised against it",
  other_trial_or_treatment: "Chose another trial or treatment",
  language: "Language",
  privacy: "Privacy",
  none_given: "Gave no reason",
  wrong_number: "The number is somebody else's",
  undeliverable: "Nothing can be delivered",
  no_other_way: "No other way to reach the person",
  person_abroad: "The person is away for long",
  spam: "Spam",
  duplicate: "The same person twice",
  test: "A test",
  not_a_person: "Not a person's request",
  person_asked: "The person asked to go on",
  got_in_touch: "The person got in touch",
  new_contact_details: "New contact details turned up",
};

/** What `canMove` looks at. */
export interface LeadForMove {
  readonly status: LeadStatus;
  readonly attemptCount: number;
  /** ISO-8601 UTC. */
  readonly firstAttemptAt: string | null;
  /** When the person took back the consent to be contacted; left out: never. */
  readonly consentWithdrawnAt?: string | null;
}

export type MoveRefusal =
  | "not_a_next_status"
  | "needs_decline_reason"
  | "needs_invalid_reason"
  | "needs_more_attempts_or_reason"
  | "needs_reopen_reason"
  | "declined_reopens_when_asked"
  | "consent_withdrawn"
  | "reason_does_not_fit";

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
};

/** Where a lead may go from where it is, in the order of the day. */
export function nextStatuses(
  lead: Pick<LeadForMove, "status" | "consentWithdrawnAt">,
): readonly LeadStatus[] {
  const all = moves[lead.status];
  return lead.consentWithdrawnAt ? all.filter((to) => !openLeadStatuses.includes(to)) : all;
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
  if (to === "could_not_reach") {
    return { offered: giveUpReasons, required: !hasTriedEnough(lead, now) };
  }
  if (lead.status === "declined") return { offered: ["person_asked"], required: true };
  if (lead.status === "could_not_reach") return { offered: reopenReasons, required: true };
  return { offered: [], required: false };
}

/** Whether the lead may go there, with this reason, at this time; if not, which rule says so. */
export function canMove(
  lead: LeadForMove,
  to: LeadStatus,
  reason: StatusReason | undefined,
  now: Date,
): { ok: true } | { ok: false; refusal: MoveRefusal } {
  if (!moves[lead.status].includes(to)) return refuse("not_a_next_status");
  if (!nextStatuses(lead).includes(to)) return refuse("consent_withdrawn");
  const { offered, required } = reasonsForMove(lead, to, now);
  if (reason === undefined) return required ? refuse(missingReason(lead, to)) : { ok: true };
  if (offered.includes(reason)) return { ok: true };
  return refuse(lead.status === "declined" ? "declined_reopens_when_asked" : "reason_does_not_fit");
}

function hasTriedEnough(lead: LeadForMove, now: Date): boolean {
  if (lead.attemptCount < attemptsBeforeGivingUp || lead.firstAttemptAt === null) return false;
  const days = (now.getTime() - Date.parse(lead.firstAttemptAt)) / 86_400_000;
  return days >= daysBeforeGivingUp;
}

function missingReason(lead: LeadForMove, to: LeadStatus): MoveRefusal {
  if (to === "declined") return "needs_decline_reason";
  if (to === "invalid") return "needs_invalid_reason";
  if (to === "could_not_reach") return "needs_more_attempts_or_reason";
  return lead.status === "declined" ? "declined_reopens_when_asked" : "needs_reopen_reason";
}

function refuse(refusal: MoveRefusal): { ok: false; refusal: MoveRefusal } {
  return { ok: false, refusal };
}
