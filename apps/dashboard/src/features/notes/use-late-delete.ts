// A deleted note is out of sight at once and gone for good a little later, so that Undo needs no second
// copy of it anywhere. Whoever leaves the lead or the page meanwhile meant it: it goes then.
import { useCallback, useEffect, useRef, useState } from "react";
import { offerUndo } from "../../lib/undo";
import type { Note } from "./note-types";

/** As long as the message with Undo is shown. */
const secondThoughtsMs = 10_000;

export function useLateDelete(remove: (note: Note) => void) {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const waiting = useRef(new Map<number, { note: Note; timer: number }>());
  const removeNow = useRef(remove);
  useEffect(() => {
    removeNow.current = remove;
  });

  const finish = useCallback((noteId: number) => {
    const entry = waiting.current.get(noteId);
    if (!entry) return;
    window.clearTimeout(entry.timer);
    waiting.current.delete(noteId);
    removeNow.current(entry.note);
  }, []);

  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const noteId of [...all.keys()]) finish(noteId);
    };
    window.addEventListener("pagehide", finishAll);
    return () => {
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, [finish]);

  function show(noteId: number) {
    setHidden((ids) => new Set([...ids].filter((id) => id !== noteId)));
  }

  return {
    hidden,
    show,
    deleteLater(note: Note) {
      setHidden((ids) => new Set([...ids, note.id]));
      const timer = window.setTimeout(() => finish(note.id), secondThoughtsMs);
      waiting.current.set(note.id, { note, timer });
      offerUndo({
        message: "Note deleted.",
        endsWithMessage: true,
        run: () => {
          const entry = waiting.current.get(note.id);
          if (!entry) return;
          window.clearTimeout(entry.timer);
          waiting.current.delete(note.id);
          show(note.id);
        },
      });
    },
  };
}
