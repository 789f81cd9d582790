// What a line of the questions shows: the server's answer, or what was pressed here and is on its way; and in
// which order the lines stand.
import type { Answer, EvidenceSource } from "@studydesk/domain/screening/answer";
import { askNext } from "@studydesk/domain/screening/ask-next";
import { type AnswerValue, judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { progressOf, type ScreeningProgress } from "@studydesk/domain/screening/screening-lines";
import type { LineDraft, LineDrafts } from "./line-drafts";
import type { Screening, ScreeningLine } from "./screening-types";

export interface ShownLine extends ScreeningLine {
  draft: LineDraft | undefined;
  /** Judged here the same way as on the server. */
  shown: { answer: Answer; value: AnswerValue } | null;
  /** As it stands in its field. */
  evidence: string;
  source: EvidenceSource | null;
}

export function shownLines(lines: readonly ScreeningLine[], drafts: LineDrafts): ShownLine[] {
  return lines.map((line) => {
    const { criterion, answer } = line;
    const draft = drafts[String(criterion.lineId)];
    const isPressed = draft?.value !== undefined && !draft.isCrossed && !draft.refusal;
    const value = isPressed ? (draft.value ?? null) : (answer?.value ?? null);
    const judged = isPressed
      ? judgeAnswer(criterion.kind, criterion.rule, value)
      : (answer?.answer ?? null);
    return {
      ...line,
      draft,
      shown: judged === null ? null : { answer: judged, value },
      evidence: draft?.evidence ?? answer?.evidence ?? "",
      source: draft?.source === undefined ? (answer?.source ?? null) : draft.source,
    };
  });
}

export function shownProgress(lines: readonly ShownLine[]): ScreeningProgress {
  return progressOf(lines.map(({ criterion, shown }) => ({ criterion, answer: shown })));
}

export const questionOrders = ["study", "next"] as const;
export type QuestionOrder = (typeof questionOrders)[number];

/** Line ids. `next`: what is open by what decides soonest, then what is answered, as the study has it. */
export function orderLines(
  { lines, tallies }: Pick<Screening, "lines" | "tallies">,
  order: QuestionOrder,
): number[] {
  const inOrder = lines.map(({ criterion }) => criterion);
  if (order === "study") return inOrder.map(({ lineId }) => lineId);
  const isOpen = new Set(
    lines.flatMap(({ criterion, answer }) => (answer ? [] : [criterion.lineId])),
  );
  const open = inOrder.filter(({ lineId }) => isOpen.has(lineId));
  const answered = inOrder.filter(({ lineId }) => !isOpen.has(lineId));
  return [...askNext(open, tallies), ...answered].map(({ lineId }) => lineId);
}

/** The next open line after this one, around the end; undefined: none is open. */
export function nextOpen(
  lines: readonly ShownLine[],
  lineId: number | undefined,
): number | undefined {
  const at = lines.findIndex(({ criterion }) => criterion.lineId === lineId);
  const around = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return around.find((line) => line.shown === null && line.criterion.lineId !== lineId)?.criterion
    .lineId;
}
