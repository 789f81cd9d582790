// What a screen reader hears after an answer: what it came to, and how far the questions are.
import { answerLabels } from "@studydesk/domain/screening/answer";
import { type AnswerValue, judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { useState } from "react";
import { type ShownLine, shownProgress } from "./shown-lines";

export function useAnnounce() {
  const [said, setSaid] = useState("");
  return {
    said,
    answered(lines: readonly ShownLine[], line: ShownLine, value: AnswerValue) {
      const { kind, rule, label } = line.criterion;
      const answer = judgeAnswer(kind, rule, value);
      const after = lines.map((each) =>
        each === line ? { ...each, shown: { answer, value } } : each,
      );
      const { answered, questions } = shownProgress(after);
      const rest = answered === questions ? "Every criterion is answered." : "";
      setSaid(
        `${label}: ${answerLabels[answer]}. ${answered} of ${questions} answered. ${rest}`.trim(),
      );
    },
  };
}
