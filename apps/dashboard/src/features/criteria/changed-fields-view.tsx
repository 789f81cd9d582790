// Fields that differ, before and after side by side, with the words marked that only one of them has.
import { markWords, type Piece } from "../../lib/mark-words";
import type { ChangedField } from "./changed-fields";
import classes from "./changed-fields-view.module.css";

interface Props {
  fields: readonly ChangedField[];
  names?: { before: string; after: string };
}

const usualNames = { before: "Before", after: "After" };

export function ChangedFields({ fields, names = usualNames }: Props) {
  return fields.map(({ name, before, after }) => {
    const marked = markWords(before, after);
    return (
      <div key={name} className={classes.field}>
        <p className={classes.name}>{name}</p>
        <dl className={classes.sides}>
          <Side name={names.before} pieces={marked.before} as="del" />
          <Side name={names.after} pieces={marked.after} as="ins" />
        </dl>
      </div>
    );
  });
}

function Side({ name, pieces, as: Mark }: { name: string; pieces: Piece[]; as: "del" | "ins" }) {
  const isEmpty = pieces.every(({ text }) => text === "");
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isEmpty ? <span className={classes.none}>Nothing</span> : null}
        {pieces.map(({ text, isMarked }, index) =>
          isMarked ? (
            <Mark key={`${index.toString()} ${text}`}>{text}</Mark>
          ) : (
            <span key={`${index.toString()} ${text}`}>{text}</span>
          ),
        )}
      </dd>
    </div>
  );
}
