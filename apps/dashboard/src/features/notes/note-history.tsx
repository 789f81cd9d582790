// How a note read before it was edited: for its author, newest first.

import { useQuery } from "@tanstack/react-query";
import { NoteText } from "../../components/note-text";
import { ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { useTRPC } from "../../lib/trpc";
import type { Note } from "./note-types";
import classes from "./notes.module.css";

export function NoteHistory({ note }: { note: Note }) {
  const trpc = useTRPC();
  const history = useQuery(trpc.notes.history.queryOptions({ noteId: note.id }, { gcTime: 0 }));
  if (history.isError && !history.data) {
    return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  }
  if (!history.data) return <LoadingRows rows={1} height={48} />;
  const earlier = history.data.filter(({ version }) => version !== note.version);
  if (earlier.length === 0) {
    return <p className={classes.when}>Its text reads as it was first written.</p>;
  }
  return (
    <ol className={classes.earlier} aria-label="Earlier wordings">
      {earlier.map(({ version, body, tags, at }) => (
        <li key={version} className={classes.note}>
          <span className={classes.when}>
            <When at={at} />
            {tags.map((tag) => ` #${tag}`).join("")}
          </span>
          <NoteText text={body} className={classes.body} />
        </li>
      ))}
    </ol>
  );
}
