// How far a lead's questions are: one mark for each, in the study's order, and the same in words.
import { fits } from "@studydesk/domain/screening/answer";
import classes from "./progress-meter.module.css";
import { type ShownLine, shownProgress } from "./shown-lines";

interface Props {
  lines: readonly ShownLine[];
  versionNumber: number;
}

export function ProgressMeter({ lines, versionNumber }: Props) {
  const { questions, answered, unknowns, failed } = shownProgress(lines);
  const parts = [
    `${answered - unknowns - failed} fit`,
    ...(unknowns > 0 ? [`${unknowns} unknown`] : []),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? "speaks" : "speak"} against`] : []),
    `criteria version ${versionNumber}`,
  ];
  return (
    <div className={classes.meter}>
      <span className={classes.marks} aria-hidden="true">
        {lines.map((line) => (
          <span key={line.criterion.lineId} className={classes.mark} data-state={stateOf(line)} />
        ))}
      </span>
      <p>
        <strong>
          {answered} of {questions} answered
        </strong>{" "}
        · {parts.join(" · ")}
      </p>
    </div>
  );
}

export function stateOf({ criterion, shown }: Pick<ShownLine, "criterion" | "shown">): string {
  if (!shown) return "open";
  const speaksFor = fits(criterion.kind, shown.answer);
  if (speaksFor === null) return "unknown";
  return speaksFor ? "fits" : "fails";
}
