// A lead's answers as they stand on its candidate's page: every criterion of its version, answered or not.
import type { PageAnswer } from "@studydesk/domain/reviews/review-page";
import type { ScreeningView } from "../screening/read-screening";

export function toPageAnswers({ lines }: Pick<ScreeningView, "lines">): PageAnswer[] {
  return lines.map(({ criterion, answer }) => {
    const { lineId, label, kind, heading, text, children } = criterion;
    return {
      ...{ lineId, criterionId: criterion.id, label, kind, heading, text, children },
      answer: answer?.answer ?? null,
      value: answer?.value ?? null,
      evidence: answer?.evidence ?? null,
      source: answer?.source ?? null,
      answeredAt: answer?.answeredAt ?? null,
      answeredBy: answer?.answeredByName ?? null,
    };
  });
}
