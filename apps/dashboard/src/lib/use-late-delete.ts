// What is deleted is out of sight at once and gone for good a little later, so that Undo needs no second
// copy of it anywhere. Whoever leaves the screen or the page meanwhile meant it: it goes then.
import { useCallback, useEffect, useRef, useState } from "react";
import { offerUndo } from "./undo";

/** As long as the message with Undo is shown. */
const secondThoughtsMs = 10_000;

/** `message`: what is said once it is out of sight. */
export function useLateDelete<Item extends { id: number }>(
  remove: (item: Item) => void,
  message: string,
) {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const waiting = useRef(new Map<number, { item: Item; timer: number }>());
  const removeNow = useRef(remove);
  useEffect(() => {
    removeNow.current = remove;
  });

  const finish = useCallback((id: number) => {
    const entry = waiting.current.get(id);
    if (!entry) return;
    window.clearTimeout(entry.timer);
    waiting.current.delete(id);
    removeNow.current(entry.item);
  }, []);

  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const id of [...all.keys()]) finish(id);
    };
    window.addEventListener("pagehide", finishAll);
    return () => {
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, [finish]);

  const show = useCallback((id: number) => {
    setHidden((ids) => new Set([...ids].filter((each) => each !== id)));
  }, []);

  /** The same function each time: rows of a long list need not be drawn again for it. */
  const deleteLater = useCallback(
    (item: Item) => {
      setHidden((ids) => new Set([...ids, item.id]));
      const timer = window.setTimeout(() => finish(item.id), secondThoughtsMs);
      waiting.current.set(item.id, { item, timer });
      offerUndo({
        message,
        endsWithMessage: true,
        run: () => {
          const entry = waiting.current.get(item.id);
          if (!entry) return;
          window.clearTimeout(entry.timer);
          waiting.current.delete(item.id);
          show(item.id);
        },
      });
    },
    [finish, show, message],
  );

  return { hidden, show, deleteLater };
}
