// A text before and after, side by side, with the words marked that only one of them has.
import type { MarkedTexts, Piece } from "../lib/mark-words";
import classes from "./two-sides.module.css";

interface Props {
  /** A side that is left out does not stand there; an empty text says so. */
  texts: Partial<MarkedTexts>;
  names?: { before: string; after: string };
}

const usualNames = { before: "Before", after: "After" };

export function TwoSides({ texts: { before, after }, names = usualNames }: Props) {
  return (
    <dl className={classes.sides}>
      {before ? <Side name={names.before} pieces={before} as="del" /> : null}
      {after ? <Side name={names.after} pieces={after} as="ins" /> : null}
    </dl>
  );
}

function Side({ name, pieces, as: Mark }: { name: string; pieces: Piece[]; as: "del" | "ins" }) {
  const isEmpty = pieces.every(({ text, cut }) => text === "" && !cut);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isEmpty ? <span className={classes.aside}>Nothing</span> : null}
        {pieces.map(({ text, isMarked, cut }, index) => (
          <span key={`${index.toString()} ${text}`}>
            {isMarked ? <Mark>{text}</Mark> : text}
            {cut ? (
              <>
                <span className={classes.aside}>
                  {" "}
                  … {cut.characters} characters as they were …{" "}
                </span>
                {cut.end}
              </>
            ) : null}
          </span>
        ))}
      </dd>
    </div>
  );
}
