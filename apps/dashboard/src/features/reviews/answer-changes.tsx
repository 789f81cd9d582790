// Answers as they were and as they are now.
import type { PageChanges } from "@studydesk/domain/reviews/compare-pages";
import classes from "./signature-line.module.css";

export function AnswerChanges({ changes }: { changes: PageChanges["answers"] }) {
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ label, from, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">
            <del>{from}</del> <ins>{to}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
