// What changed in a study, field by field: what it is, numbers that are easily overread, then before and
// after with the words marked that differ. The same view before a record is taken over and in the history.
import { UnstyledButton } from "@mantine/core";
import {
  changeTitle,
  countedChanges,
  type StudyChange,
} from "@studydesk/domain/studies/study-change";
import { useMemo, useState } from "react";
import { TwoSides } from "../../components/two-sides";
import { markWords, type Piece, shorten } from "../../lib/mark-words";
import classes from "./change-list.module.css";

const shownAtFirst = 25;

export function ChangeList({ changes }: { changes: readonly StudyChange[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? changes : changes.slice(0, shownAtFirst);
  const hidden = changes.length - shown.length;
  return (
    <>
      <ul className={classes.changes}>
        {shown.map((change, index) => (
          <li key={`${index.toString()} ${changeTitle(change)}`}>
            <Change change={change} />
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <UnstyledButton className={classes.more} onClick={() => setShowsAll(true)}>
          Show the other {countedChanges(hidden)}
        </UnstyledButton>
      ) : null}
    </>
  );
}

function Change({ change }: { change: StudyChange }) {
  const { kind, before, after, numbers } = change;
  return (
    <>
      <p className={classes.what}>{changeTitle(change)}</p>
      {numbers ? <p className={classes.numbers}>Numbers: {numbersWords(numbers)}</p> : null}
      <Texts before={before} after={after} isPlain={kind === "reordered"} />
    </>
  );
}

interface TextsProps {
  before: string | undefined;
  after: string | undefined;
  /** Without marks: an order, in which every word stays. */
  isPlain: boolean;
}

function Texts({ before, after, isPlain }: TextsProps) {
  const [isWhole, setWhole] = useState(false);
  const marked = useMemo(
    () =>
      before !== undefined && after !== undefined && !isPlain
        ? markWords(before, after)
        : { before: plain(before), after: plain(after) },
    [before, after, isPlain],
  );
  const short = { before: shorten(marked.before), after: shorten(marked.after) };
  const isCut = [...short.before, ...short.after].some(({ cut }) => cut);
  const shown = isWhole ? marked : short;
  if (before === undefined && after === undefined) return null;
  return (
    <>
      <TwoSides
        texts={{
          ...(before === undefined ? {} : { before: shown.before }),
          ...(after === undefined ? {} : { after: shown.after }),
        }}
      />
      {isCut ? (
        <UnstyledButton className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show only what changed" : "Show the whole text"}
        </UnstyledButton>
      ) : null}
    </>
  );
}

/** What came or went as a whole is marked nowhere: the title says it. */
function plain(text: string | undefined): Piece[] {
  return text === undefined ? [] : [{ text, isMarked: false }];
}

function numbersWords({ before, after }: NonNullable<StudyChange["numbers"]>): string {
  const listed = (numbers: readonly string[]) => numbers.join(", ") || "none";
  return `${listed(before)} before, ${listed(after)} after`;
}
