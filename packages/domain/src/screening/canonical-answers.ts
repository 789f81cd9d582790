// The answers that stand, as one text that is the same whenever they are: a signature is bound to its
// digest, so that every later change of an answer, its evidence or the question itself is found out.
import type { Answer, EvidenceSource } from "./answer";
import { type AskedCriterion, meaningOf } from "./criterion";
import type { AnswerValue } from "./judge-answer";

export interface SignedLine {
  readonly criterion: AskedCriterion;
  readonly answer: {
    readonly answer: Answer;
    readonly value: AnswerValue;
    readonly evidence: string | null;
    readonly source: EvidenceSource | null;
  } | null;
}

/**
 * The order in which criteria are asked plays no part, nor does the number of their version: a version that asks
 * the same leaves a signature standing.
 */
export function canonicalAnswers(lines: readonly SignedLine[]): string {
  const byLine = lines.toSorted((one, other) => one.criterion.lineId - other.criterion.lineId);
  return JSON.stringify(
    byLine.map(({ criterion, answer }) => [
      criterion.lineId,
      meaningOf(criterion),
      answer && [answer.answer, answer.value, answer.evidence, answer.source],
    ]),
  );
}
