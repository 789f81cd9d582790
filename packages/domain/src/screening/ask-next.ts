// Which open question to ask next: first what most often excludes somebody in this study and costs least to
// find out, so that nobody is asked twenty questions before the one that decides.
import type { AskCost } from "./answer-rule";
import type { AskedCriterion } from "./criterion";

/** How a criterion was answered in this study so far. */
export interface LineTally {
  readonly lineId: number;
  readonly answered: number;
  readonly excluded: number;
}

/** What finding out costs, against a question on the phone. */
const weights: Readonly<Record<AskCost, number>> = { phone: 1, record: 3, test: 8 };

/**
 * How likely the next answer excludes, as if it had excluded one of two before anybody was asked: a criterion
 * with few answers is neither sure to exclude nor sure not to.
 */
export function chanceToExclude({ answered, excluded }: Omit<LineTally, "lineId">): number {
  return (excluded + 1) / (answered + 2);
}

/** What is asked on the phone comes before what needs records or a test, unless those exclude far more often. */
export function askNext<C extends Pick<AskedCriterion, "lineId" | "cost">>(
  open: readonly C[],
  tallies: readonly LineTally[],
): C[] {
  const byLine = new Map(tallies.map((tally) => [tally.lineId, tally]));
  const worth = ({ lineId, cost }: C) =>
    chanceToExclude(byLine.get(lineId) ?? { answered: 0, excluded: 0 }) / weights[cost];
  // Sorting is stable: what is worth the same stays in the study's order.
  return open.toSorted((one, other) => worth(other) - worth(one));
}
