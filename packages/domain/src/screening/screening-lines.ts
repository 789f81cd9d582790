// Which answer holds for which criterion: the newest one that was given to the same criterion, asked as it
// is asked now. What was answered to other words, or replaced since, stays readable beside it.
import { fits } from "./answer";
import { type AskedCriterion, asksTheSame } from "./criterion";

/** What deciding needs of an answer; `criterion` is as it was asked then. */
export interface PlacedAnswer {
  readonly id: number;
  /** Set: another answer stands since. */
  readonly replacedAt: string | null;
  readonly criterion: AskedCriterion;
}

export interface ScreeningLine<A extends PlacedAnswer> {
  readonly criterion: AskedCriterion;
  readonly answer: A | null;
  /** Newest first. */
  readonly earlier: readonly A[];
}

/** One line for each criterion, in its order. */
export function screeningLines<A extends PlacedAnswer>(
  criteria: readonly AskedCriterion[],
  answers: readonly A[],
): ScreeningLine<A>[] {
  const byLine = answersByLine(answers);
  return criteria.map((criterion) => {
    const given = byLine.get(criterion.lineId) ?? [];
    const answer =
      given.find((each) => each.replacedAt === null && asksTheSame(each.criterion, criterion)) ??
      null;
    return { criterion, answer, earlier: given.filter((each) => each !== answer) };
  });
}

/** What was answered to criteria that are asked no longer; each as it was asked last. */
export function retiredLines<A extends PlacedAnswer>(
  criteria: readonly AskedCriterion[],
  answers: readonly A[],
): ScreeningLine<A>[] {
  const asked = new Set(criteria.map(({ lineId }) => lineId));
  return [...answersByLine(answers)].flatMap(([lineId, given]) => {
    const [newest] = given;
    return newest && !asked.has(lineId)
      ? [{ criterion: newest.criterion, answer: null, earlier: given }]
      : [];
  });
}

function answersByLine<A extends PlacedAnswer>(answers: readonly A[]): Map<number, A[]> {
  const newestFirst = answers.toSorted((one, other) => other.id - one.id);
  return Map.groupBy(newestFirst, ({ criterion }) => criterion.lineId);
}

export interface ScreeningProgress {
  readonly questions: number;
  /** “Unknown” is an answer, too. */
  readonly answered: number;
  readonly unknowns: number;
  readonly failed: number;
}

/** The least that counting needs of a line. */
export interface CountedLine {
  readonly criterion: Pick<AskedCriterion, "kind">;
  readonly answer: { readonly answer: Parameters<typeof fits>[1] } | null;
}

export function progressOf(lines: readonly CountedLine[]): ScreeningProgress {
  const given = lines.flatMap(({ criterion, answer }) =>
    answer ? [fits(criterion.kind, answer.answer)] : [],
  );
  return {
    questions: lines.length,
    answered: given.length,
    unknowns: given.filter((speaksFor) => speaksFor === null).length,
    failed: given.filter((speaksFor) => speaksFor === false).length,
  };
}
