// What a screen reader hears after an answer: what it came to, and how far the questions are.
import { answerLabels, fits } from "@studydesk/domain/screening/answer";
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
      setSaid(
        [
          `${label}: ${answerLabels[answer]}.`,
          ...(fits(kind, answer) === false ? ["It speaks against taking part."] : []),
          `${answered} of ${questions} answered.`,
          ...(answered === questions ? ["Every criterion is answered."] : []),
        ].join(" "),
      );
    },
  };
}
