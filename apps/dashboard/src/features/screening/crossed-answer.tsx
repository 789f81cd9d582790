// Two people answered the same criterion: both answers, and a pick. Nothing was overwritten.
import { Button } from "@mantine/core";
import { answerLabels } from "@studydesk/domain/screening/answer";
import { judgeAnswer } from "@studydesk/domain/screening/judge-answer";
import { When } from "../../components/when";
import { valueWords } from "./answer-choices";
import classes from "./crossed-answer.module.css";
import type { ShownLine } from "./shown-lines";

interface Props {
  line: ShownLine;
  onMine: () => void;
  onTheirs: () => void;
}

export function CrossedAnswer({ line, onMine, onTheirs }: Props) {
  const { criterion, answer, draft } = line;
  const value = draft?.value === undefined ? (draft?.base?.value ?? null) : draft.value;
  const mine = answerLabels[judgeAnswer(criterion.kind, criterion.rule, value)];
  const words = (label: string, given: typeof value, evidence: string) =>
    [label, valueWords(criterion, given), evidence].filter((part) => part !== "").join(" · ");
  return (
    <section className={classes.card} aria-label={`Two answers to ${criterion.label}`}>
      <p role="alert">
        {answer ? (
          <>
            <strong>{answer.answeredByName}</strong> answered this <When at={answer.answeredAt} />,
            while you were at it. Pick what holds.
          </>
        ) : (
          "The answer that you changed was taken back meanwhile. Pick what holds."
        )}
      </p>
      <dl className={classes.ways}>
        <dt>Yours</dt>
        <dd dir="auto">{words(mine, value, line.draft?.evidence ?? "")}</dd>
        <dt>Theirs</dt>
        <dd dir="auto">
          {answer
            ? words(answerLabels[answer.answer], answer.value, answer.evidence ?? "")
            : "not answered"}
        </dd>
      </dl>
      <div className={classes.buttons}>
        <Button size="compact-md" onClick={onMine}>
          Save mine
        </Button>
        <Button size="compact-md" variant="default" onClick={onTheirs}>
          Keep theirs
        </Button>
      </div>
    </section>
  );
}
