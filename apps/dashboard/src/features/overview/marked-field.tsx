// A field whose marked words stay marked while somebody types: the same text lies below it, unseen but for
// the marks, and gives the field its height.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { ClaimFinding } from "@studydesk/domain/studies/check-claims";
import { Fragment, type KeyboardEvent, type RefObject, useId } from "react";
import { setIn } from "../../lib/language-words";
import classes from "./marked-field.module.css";

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  description: string;
  language: PublicLanguage;
  text: string;
  problem: string | undefined;
  findings: readonly ClaimFinding[];
  isChecked: (finding: ClaimFinding) => boolean;
  isLocked: boolean;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function MarkedField(props: Props) {
  const { field, label, description, language, text, problem, isLocked } = props;
  const id = useId();
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <p className={classes.description} id={`${id}-about`}>
        {description}
      </p>
      <div className={classes.stack}>
        <div className={classes.below} aria-hidden {...setIn(language)}>
          {piecesOf(props).map(({ at, words, mark }) =>
            mark ? (
              <mark key={at} data-checked={mark === "checked"}>
                {words}
              </mark>
            ) : (
              <Fragment key={at}>{words}</Fragment>
            ),
          )}
          {/* The last line break alone would have no height. */}
          {"\u200b"}
        </div>
        <textarea
          id={id}
          ref={field}
          className={classes.field}
          {...setIn(language)}
          aria-describedby={`${id}-about`}
          aria-invalid={problem !== undefined}
          readOnly={isLocked}
          value={text}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onKeyDown={props.onKeyDown}
        />
      </div>
      {problem ? (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

interface Piece {
  at: number;
  words: string;
  mark?: "open" | "checked";
}

function piecesOf({ text, findings, isChecked }: Props): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const finding of findings) {
    const { start, end } = finding;
    if (at < start) pieces.push({ at, words: text.slice(at, start) });
    const mark = isChecked(finding) ? "checked" : "open";
    pieces.push({ at: start, words: text.slice(start, end), mark });
    at = end;
  }
  return [...pieces, { at, words: text.slice(at) }];
}
