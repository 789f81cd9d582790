// What was replaced by what. Of long texts only the words that differ are marked.
import { markWords, type Piece } from "../../../lib/mark-words";
import classes from "./fact-diff.module.css";

interface Props {
  label: string;
  /** Null: it was not known. */
  from: string | null;
  to: string | null;
  /** Where several stand below each other. */
  hasLabel: boolean;
}

const longText = 60;

export function FactDiff({ label, from, to, hasLabel }: Props) {
  const isLong = from !== null && to !== null && Math.max(from.length, to.length) > longText;
  const marked = isLong ? markWords(from, to) : undefined;
  return (
    <p className={classes.diff}>
      {hasLabel ? <span className={classes.label}>{label}: </span> : null}
      <del dir="auto">{marked ? <Pieces pieces={marked.before} /> : (from ?? "nothing")}</del>
      <span className={classes.arrow} aria-hidden="true">
        {" → "}
      </span>
      <ins dir="auto">{marked ? <Pieces pieces={marked.after} /> : (to ?? "nothing")}</ins>
    </p>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map(({ text, isMarked }) => {
    at += text.length;
    return isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}
