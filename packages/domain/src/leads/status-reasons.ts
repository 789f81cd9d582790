// Why a lead moves where it moves: the closed reasons, by what they are given for. Reports name what is
// excluded by these, so a reason is never free text.

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
/** Why somebody who did not fit is asked again. */
export const reassessReasons = ["criteria_changed", "new_findings", "answered_wrongly"] as const;
/** Why somebody failed after consent; the first names the criterion. */
export const screenFailureReasons = [
  "criterion_failed",
  "medical_finding",
  "visits_missed",
  "study_closed",
] as const;
/** Why somebody who consented takes part no longer. */
export const withdrawalReasons = [
  "own_wish",
  "side_effects",
  "doctor_decided",
  "lost_to_follow_up",
  "moved_away",
  "study_ended",
] as const;

export const statusReasons = [
  ...declineReasons,
  ...giveUpReasons,
  ...invalidReasons,
  ...reopenReasons,
  ...reassessReasons,
  ...screenFailureReasons,
  ...withdrawalReasons,
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
  criteria_changed: "The study's criteria changed",
  new_findings: "New findings or records",
  answered_wrongly: "A question was answered wrongly",
  criterion_failed: "A criterion failed",
  medical_finding: "Another medical finding",
  visits_missed: "Screening visits were missed",
  study_closed: "The study took no more people",
  own_wish: "The person's own wish",
  side_effects: "Side effects",
  doctor_decided: "The study doctor decided so",
  lost_to_follow_up: "Lost to follow-up",
  moved_away: "Moved away",
  study_ended: "The study ended",
};
