// What changed on the page while it was read, and the way to say that it was looked at.
import { Button } from "@mantine/core";
import type { PageChanges } from "@studydesk/domain/reviews/compare-pages";
import { AnswerChanges } from "./answer-changes";
import classes from "./signature-line.module.css";

interface Props {
  changes: PageChanges;
  onSeen: () => void;
}

export function ChangesNotice({ changes, onSeen }: Props) {
  const { answers, others } = changes;
  const list = new Intl.ListFormat("en").format([...answers.map(({ label }) => label), ...others]);
  return (
    <div className={classes.overtaken} role="alert">
      <p>
        <b>This page changed while you read it{list ? `: ${list}` : ""}.</b> Nothing is decided
        before you looked at it.
      </p>
      <AnswerChanges changes={answers} />
      <Button size="compact-sm" variant="default" onClick={onSeen}>
        I looked at it
      </Button>
    </div>
  );
}
