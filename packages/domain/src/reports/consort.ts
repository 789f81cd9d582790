// The flow of participants in the way of CONSORT, from counts: every box is made of closed reasons, and
// what they leave over is said, never swallowed.
import { noReason } from "../leads/lead-filters";
import { consentedStatuses, type LeadStatus, leadStatusLabels } from "../leads/lead-status";
import { type StatusReason, statusReasonLabels } from "../leads/status-reasons";
import type { ViewFilters } from "../views/view-filters";
import type { ConsortBox, ConsortPart, ConsortReport, ReportInput, ReportNumber } from "./report";
import {
  assessedStatuses,
  excludedStatuses,
  filtersOfReport,
  underWayStatuses,
} from "./report-filters";
import type { StandingCounts } from "./standing-counts";

/** What a criterion's line is called in a box. */
export type LineLabels = ReadonlyMap<number, string>;

type Part = Omit<ConsortPart, "filters">;

export function buildConsort(
  input: ReportInput,
  counts: StandingCounts,
  labels: LineLabels,
): Omit<ConsortReport, "at"> {
  const ofStatuses = (statuses: readonly LeadStatus[]) =>
    total(counts.statuses.filter(({ status }) => statuses.includes(status)));
  const number = (count: number, statuses: readonly LeadStatus[], more: ViewFilters = {}) => ({
    count,
    filters: filtersOfReport(input, statuses, more),
  });
  const standing = (statuses: readonly LeadStatus[]): ReportNumber =>
    number(ofStatuses(statuses), statuses);
  const box = (
    whole: ReportNumber,
    parts: readonly (Part & { more: ViewFilters })[],
  ): ConsortBox => ({
    ...whole,
    parts: parts
      .filter(({ count }) => count > 0)
      .map(({ more, ...part }) => ({ ...part, filters: { ...whole.filters, ...more } })),
  });

  const reasonsOf = (status: LeadStatus, which: "all" | "enrolled" | "short_of_it" = "all") =>
    sumBy(
      counts.reasons
        .filter((each) => each.status === status)
        .map(({ reason, count, enrolled }) => ({
          reason,
          count: { all: count, enrolled, short_of_it: count - enrolled }[which],
        })),
      ({ reason }) => reason,
    );
  const byReason = (whole: ReportNumber, named: ReadonlyMap<StatusReason, number>, rest: string) =>
    box(whole, [
      ...largestFirst(named).map(([reason, count]) => ({
        ...{ key: reason, label: statusReasonLabels[reason], reason, count },
        more: { reasons: [reason] },
      })),
      {
        ...{ key: noReason, label: rest, count: whole.count - sum(named.values()) },
        more: { reasons: [noReason] },
      },
    ]);
  const linesOf = (status: LeadStatus) =>
    sumBy(
      counts.criteria.filter((each) => each.status === status),
      ({ lineId }) => lineId,
    );
  const byLine = (lines: ReadonlyMap<number, number>, more: ViewFilters = {}) =>
    largestFirst(lines).map(([lineId, count]) => ({
      ...{ key: `line-${lineId}`, label: labels.get(lineId) ?? "", lineId, count },
      more: { ...more, failedLineIds: [lineId] },
    }));

  const unnamed = "No criterion named";
  const failedBefore = standing(["pre_screen_failure"]);
  const linesBefore = linesOf("pre_screen_failure");
  const failedAfter = standing(["screen_failure"]);
  const linesAfter = linesOf("screen_failure");
  const otherAfter = reasonsOf("screen_failure");
  otherAfter.delete("criterion_failed");
  const leftBefore = failedBefore.count - sum(linesBefore.values());
  const leftAfter = failedAfter.count - sum(linesAfter.values()) - sum(otherAfter.values());

  const declined = byReason(standing(["declined"]), reasonsOf("declined"), "No reason said");
  const withdrawn = ofStatuses(["withdrawn"]);
  const enrolledAndWithdrawn = total(
    counts.enrolled.filter(({ status }) => status === "withdrawn"),
  );
  const withdrawnBefore = byReason(
    number(withdrawn - enrolledAndWithdrawn, ["withdrawn"], { shortOf: "enrolled" }),
    reasonsOf("withdrawn", "short_of_it"),
    "No reason said",
  );
  const withdrawnAfter = byReason(
    number(enrolledAndWithdrawn, ["withdrawn"], { stage: "enrolled" }),
    reasonsOf("withdrawn", "enrolled"),
    "No reason said",
  );
  const unsaid = [declined, withdrawnBefore, withdrawnAfter].map((each) =>
    total(each.parts.filter(({ key }) => key === noReason)),
  );

  return {
    assessed: standing(assessedStatuses),
    excluded: standing(excludedStatuses),
    preScreenFailures: box(failedBefore, [
      ...byLine(linesBefore),
      { key: noReason, label: unnamed, count: leftBefore, more: { unexplained: true } },
    ]),
    declined,
    couldNotReach: byReason(
      standing(["could_not_reach"]),
      reasonsOf("could_not_reach"),
      "Three attempts over fourteen days",
    ),
    underWay: box(
      standing(underWayStatuses),
      underWayStatuses.map((status) => ({
        ...{ key: status, label: leadStatusLabels[status], status },
        ...{ count: ofStatuses([status]), more: { statuses: [status] } },
      })),
    ),
    consented: standing(consentedStatuses),
    screenFailures: box(failedAfter, [
      ...byLine(linesAfter, { reasons: ["criterion_failed"] }),
      ...largestFirst(otherAfter).map(([reason, count]) => ({
        ...{ key: reason, label: statusReasonLabels[reason], reason, count },
        more: { reasons: [reason] },
      })),
      { key: noReason, label: unnamed, count: leftAfter, more: { unexplained: true } },
    ]),
    withdrawnBefore,
    inScreening: standing(["in_screening"]),
    enrolled: number(total(counts.enrolled), assessedStatuses, { stage: "enrolled" }),
    takingPart: standing(["enrolled"]),
    withdrawnAfter,
    unexplained: number(leftBefore + leftAfter + sum(unsaid), assessedStatuses, {
      unexplained: true,
    }),
    invalid: byReason(standing(["invalid"]), reasonsOf("invalid"), "No reason said"),
  };
}

function total(rows: readonly { count: number }[]): number {
  return sum(rows.map(({ count }) => count));
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((all, each) => all + each, 0);
}

function sumBy<Row extends { count: number }, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count);
  return sums;
}

function largestFirst<Key>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].toSorted(([, one], [, other]) => other - one);
}
