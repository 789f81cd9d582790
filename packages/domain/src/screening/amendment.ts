// What publishing a version means for the leads that were asked before: whose answers all hold, who has to
// be asked again and what, and whose earlier failure may be none any more.
import { consentedStatuses, type LeadStatus, openLeadStatuses } from "../leads/lead-status";
import { fits } from "./answer";
import { type AskedCriterion, asksTheSame } from "./criterion";
import { type AnswerValue, judgeAnswer } from "./judge-answer";

export const amendmentEffects = ["keeps", "ask_again", "may_fit"] as const;
export type AmendmentEffect = (typeof amendmentEffects)[number];

/** Who goes over to a version when it is published: whoever consented stays with what was consented to. */
export const amendedStatuses: readonly LeadStatus[] = openLeadStatuses.filter(
  (status) => !consentedStatuses.includes(status),
);

export interface Amendment {
  /** Criteria, of whichever version, whose answers hold for the new one. */
  readonly holding: readonly AskedCriterion[];
  /** Criteria whose answers held until now, and of which the new one asks something else. */
  readonly changed: readonly AskedCriterion[];
  /** Lines that the version before did not ask. */
  readonly addedLineIds: readonly number[];
  /** Lines that are asked otherwise or no longer: who failed by one of them may fit. */
  readonly loosenedLineIds: readonly number[];
}

/** `published`: every criterion of the study's published versions. */
export function compareForAmendment(
  before: readonly AskedCriterion[],
  after: readonly AskedCriterion[],
  published: readonly AskedCriterion[],
): Amendment {
  const earlier = new Map(before.map((criterion) => [criterion.lineId, criterion]));
  const later = new Map(after.map((criterion) => [criterion.lineId, criterion]));
  const holdsFor = (one: AskedCriterion, other: AskedCriterion | undefined) =>
    other !== undefined && asksTheSame(one, other);
  return {
    holding: [...after, ...published].filter((one) => holdsFor(one, later.get(one.lineId))),
    changed: published.filter(
      (one) =>
        later.has(one.lineId) &&
        holdsFor(one, earlier.get(one.lineId)) &&
        !holdsFor(one, later.get(one.lineId)),
    ),
    addedLineIds: after.map(({ lineId }) => lineId).filter((lineId) => !earlier.has(lineId)),
    loosenedLineIds: before
      .filter((one) => !holdsFor(one, later.get(one.lineId)))
      .map(({ lineId }) => lineId),
  };
}

/**
 * Whether somebody who failed by a criterion may fit as it is asked now. What was said is judged anew where
 * it can be; what cannot be judged has to be asked.
 */
export function mayFitNow(
  failed: AskedCriterion,
  now: AskedCriterion | undefined,
  said: AnswerValue,
): boolean {
  if (!now) return true;
  if (asksTheSame(failed, now)) return false;
  const isComparable =
    failed.rule.kind === "number" &&
    now.rule.kind === "number" &&
    failed.rule.unit === now.rule.unit;
  return !isComparable || fits(now.kind, judgeAnswer(now.kind, now.rule, said)) !== false;
}
