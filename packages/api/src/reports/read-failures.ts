// Which criteria exclude whom, study by study: what leads closed with and what was answered, each as a
// share of a number that is named.

import { countFailures } from "@studydesk/db/reports/consort-queries";
import {
  type CriterionLine,
  listCriterionLines,
} from "@studydesk/db/reports/criterion-line-queries";
import {
  type AnswerCount,
  countAnswers,
  countDecided,
} from "@studydesk/db/reports/failure-queries";
import { consentedStatuses } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  type FailureLine,
  type FailuresReport,
  failureDenominators,
  type ReportInput,
  type ReportNumber,
  type ShareNumber,
  type StudyFailures,
} from "@studydesk/domain/reports/report";
import { assessedStatuses, filtersOfReport } from "@studydesk/domain/reports/report-filters";
import type { StandingCounts } from "@studydesk/domain/reports/standing-counts";
import { answersTo } from "@studydesk/domain/screening/answer";
import type { Deps } from "../deps";
import { readScope } from "./read-scope";
import { studiesOf } from "./studies-of";

export async function readFailures(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: ReportInput,
): Promise<FailuresReport> {
  const { db } = deps;
  const scope = await readScope(deps, viewer, input);
  const lines = await listCriterionLines(db, await studiesOf(db, scope));
  const criteria = await countFailures(db, scope);
  const decided = await countDecided(db, scope);
  const answers = Map.groupBy(await countAnswers(db, scope, lines), ({ lineId }) => lineId);
  const studies = [...Map.groupBy(lines, ({ studyId }) => studyId)].map(
    ([studyId, ofStudy]): StudyFailures => {
      const own = { ...input, studyIds: [studyId] };
      const sumOf = (column: "decided" | "consented") =>
        decided.filter((row) => row.studyId === studyId).reduce((all, row) => all + row[column], 0);
      const denominators = {
        decided: {
          count: sumOf("decided"),
          filters: filtersOfReport(own, assessedStatuses, { measured: "decision" }),
        },
        consented: { count: sumOf("consented"), filters: filtersOfReport(own, consentedStatuses) },
      } as const;
      const counted = ofStudy.map((line) =>
        toLine(own, line, denominators, criteria, answers.get(line.lineId) ?? []),
      );
      const [first] = ofStudy;
      return {
        studyId,
        studyTitle: first?.studyTitle ?? "",
        nctId: first?.nctId ?? "",
        ...denominators,
        lines: counted.toSorted((one, other) => excludedBy(other) - excludedBy(one)),
      };
    },
  );
  return { at: deps.now().toISOString(), studies, denominators: failureDenominators };
}

function excludedBy({ preScreenFailures, screenFailures }: FailureLine): number {
  return preScreenFailures.count + screenFailures.count;
}

function toLine(
  input: ReportInput,
  { lineId, label, kind, text }: CriterionLine,
  { decided, consented }: Pick<StudyFailures, "decided" | "consented">,
  criteria: StandingCounts["criteria"],
  answers: readonly AnswerCount[],
): FailureLine {
  const failed = (status: "pre_screen_failure" | "screen_failure") =>
    criteria
      .filter((row) => row.lineId === lineId && row.status === status)
      .reduce((all, { count }) => all + count, 0);
  const [speaksFor, against] = answersTo(kind);
  const given = (wanted: readonly (string | undefined)[]) =>
    answers
      .filter(({ answer }) => wanted.includes(answer))
      .reduce((all, { count }) => all + count, 0);
  const filtersOfAnswers = (wanted: readonly (typeof speaksFor)[]) =>
    filtersOfReport(input, assessedStatuses, {
      answers: wanted.flatMap((answer) => (answer ? [{ lineId, answer }] : [])),
    });
  const answered = {
    count: given([speaksFor, against]),
    filters: filtersOfAnswers([speaksFor, against]),
  };
  return {
    ...{ lineId, label, kind, text },
    preScreenFailures: ofWhole(decided, {
      count: failed("pre_screen_failure"),
      filters: filtersOfReport(input, ["pre_screen_failure"], { failedLineIds: [lineId] }),
    }),
    screenFailures: ofWhole(consented, {
      count: failed("screen_failure"),
      filters: filtersOfReport(input, ["screen_failure"], {
        failedLineIds: [lineId],
        reasons: ["criterion_failed"],
      }),
    }),
    answered,
    against: ofWhole(answered, { count: given([against]), filters: filtersOfAnswers([against]) }),
  };
}

function ofWhole(whole: ReportNumber, part: ReportNumber): ShareNumber {
  return { ...part, share: whole.count === 0 ? null : part.count / whole.count };
}
