// What an investigator may decide about a candidate, and in which words it is told.

export const reviewDecisions = ["eligible", "returned", "not_eligible"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** Those that are signed; who asks a question back judges nothing yet. */
export type SignedDecision = Exclude<ReviewDecision, "returned">;

export const reviewDecisionLabels: Readonly<Record<ReviewDecision, string>> = {
  eligible: "Eligible for a screening visit",
  returned: "Returned with a question",
  not_eligible: "Not eligible",
};

/** What the coordinator is reminded of once somebody was judged eligible. */
export const arrangeVisitNote = "Arrange the screening visit";

/** Why an investigator cannot judge somebody eligible now; null: nothing stands against it. */
export function whyNotEligible(screening: {
  readonly questions: number;
  readonly answered: number;
  readonly failed: number;
}): "needs_every_answer" | "criterion_fails" | null {
  if (screening.questions === 0 || screening.answered < screening.questions) {
    return "needs_every_answer";
  }
  return screening.failed > 0 ? "criterion_fails" : null;
}

export const notEligibleSentences: Readonly<
  Record<NonNullable<ReturnType<typeof whyNotEligible>>, string>
> = {
  needs_every_answer:
    "A criterion has no answer yet, so nobody can be judged eligible. Ask the coordinator for it.",
  criterion_fails:
    "An answer speaks against this person, and nobody who fails a criterion is eligible. Decide “not eligible”, or ask the coordinator whether the answer is right.",
};
