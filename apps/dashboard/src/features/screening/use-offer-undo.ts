// Offers to take back what was answered: by its message, or by z. One message at a time, since answers come
// one after the other.
import { answerLabels } from "@studydesk/domain/screening/answer";
import { useEffect, useEffectEvent } from "react";
import { offerUndo } from "../../lib/undo";
import type { AnswerCriterion, Answered } from "./screening-types";

type Told = (answered: Answered, sent: AnswerCriterion) => void;

/** `onUndone`: the question that is open again, or as before. */
export function useOfferUndo(onSaved: Set<Told>, onUndone: (lineId: number) => void): void {
  const tell = useEffectEvent<Told>((answered, sent) => {
    const { changeId, answerId, screening } = answered;
    if (changeId !== null) {
      offerUndo({ message: "Pre-screening has begun.", changeId, place: "answer" });
    }
    // Evidence that was typed on made no new answer.
    if (answerId === null || answerId === sent.expectedAnswerId) return;
    const line = screening.lines.find((each) => each.answer?.id === answerId);
    if (!line?.answer) return;
    const { criterion, answer } = line;
    const begun = changeId === null ? "" : " Pre-screening has begun.";
    offerUndo({
      message: `${criterion.label}: ${answerLabels[answer.answer].toLowerCase()}.${begun}`,
      answerId,
      place: "answer",
      onUndone: () => onUndone(criterion.lineId),
    });
  });
  useEffect(() => {
    const told: Told = (answered, sent) => tell(answered, sent);
    onSaved.add(told);
    return () => void onSaved.delete(told);
  }, [onSaved]);
}
