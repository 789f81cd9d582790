// Answers to criteria, in the field's words: an inclusion is met or not, what an exclusion names is present
// or absent, and either may be unknown. `fits` alone says whether an answer speaks for the person.
import type { CriterionKind } from "../studies/criteria";

export const answers = ["met", "not_met", "absent", "present", "unknown"] as const;
export type Answer = (typeof answers)[number];

export const answerLabels: Readonly<Record<Answer, string>> = {
  met: "Met",
  not_met: "Not met",
  absent: "Absent",
  present: "Present",
  unknown: "Unknown",
};

/** Where an answer comes from: the person's own words, a record that was seen, or somebody's note. */
export const evidenceSources = ["said", "record", "note"] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

export const evidenceSourceLabels: Readonly<Record<EvidenceSource, string>> = {
  said: "Said by the person",
  record: "Seen in a record",
  note: "Noted by the team",
};

const answersOf = {
  inclusion: { fits: "met", fails: "not_met" },
  exclusion: { fits: "absent", fails: "present" },
} as const satisfies Record<CriterionKind, Record<"fits" | "fails", Answer>>;

/** Null: unknown, so it speaks neither way. */
export function fits(kind: CriterionKind, answer: Answer): boolean | null {
  if (answer === answersOf[kind].fits) return true;
  return answer === answersOf[kind].fails ? false : null;
}

/** The answer that speaks for the person, or against; null is unknown. */
export function answerThat(kind: CriterionKind, speaksFor: boolean | null): Answer {
  if (speaksFor === null) return "unknown";
  return answersOf[kind][speaksFor ? "fits" : "fails"];
}

/** The answers that a kind of criterion has, the one that speaks for the person first. */
export function answersTo(kind: CriterionKind): readonly Answer[] {
  return [answersOf[kind].fits, answersOf[kind].fails, "unknown"];
}
