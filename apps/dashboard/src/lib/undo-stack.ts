// What can be taken back in this tab: the newest first, also after its message is gone and after a
// reload. Kept are ids alone; what they stand for is the server's.
import { undoWithinMs } from "@studydesk/domain/leads/undo";
import { z } from "zod/mini";

const kinds = ["change", "job", "answer"] as const;

const rememberedSchema = z.object({
  userId: z.string(),
  entries: z.array(z.object({ kind: z.enum(kinds), id: z.number(), at: z.number() })),
});

/** A change of a lead, an answer, or a job over many leads, by its number on the server. */
export interface Undoable {
  readonly kind: (typeof kinds)[number];
  readonly id: number;
}

interface Entry {
  readonly key: number;
  readonly at: number;
  readonly what: Undoable | undefined;
  readonly run: (() => void) | undefined;
  /** After the server has taken it back. */
  readonly onUndone: (() => void) | undefined;
}

export interface UndoOffer {
  what?: Undoable | undefined;
  run?: (() => void) | undefined;
  onUndone?: (() => void) | undefined;
}

type Perform = (what: Undoable, onUndone: () => void) => Promise<void>;

const mostKept = 50;

export function createUndoStack(storage: Pick<Storage, "getItem" | "setItem">, now: () => number) {
  const name = "studydesk.undo";
  let entries: Entry[] = [];
  let owner: string | undefined;
  let perform: Perform | undefined;
  let lastKey = 0;
  // One after the other, in the order in which they were asked for.
  let underWay: Promise<void> = Promise.resolve();

  function save() {
    if (owner === undefined) return;
    const kept = entries.flatMap(({ what, at }) => (what ? [{ ...what, at }] : []));
    storage.setItem(name, JSON.stringify({ userId: owner, entries: kept }));
  }

  function add(offer: UndoOffer, at = now()): number {
    lastKey += 1;
    const { what, run, onUndone } = offer;
    entries = [...entries, { key: lastKey, at, what, run, onUndone }].slice(-mostKept);
    return lastKey;
  }

  function read(): z.infer<typeof rememberedSchema> | undefined {
    try {
      return rememberedSchema.parse(JSON.parse(storage.getItem(name) ?? ""));
    } catch {
      return undefined;
    }
  }

  function start(entry: Entry) {
    const { what, run, onUndone = () => undefined } = entry;
    run?.();
    if (what) underWay = underWay.then(async () => perform?.(what, onUndone));
  }

  return {
    /** What this person did in this tab before it was loaded anew; somebody else's is dropped. */
    openFor(userId: string, performer: Perform): void {
      perform = performer;
      if (owner === userId) return;
      owner = userId;
      entries = [];
      const remembered = read();
      if (remembered?.userId === userId) {
        for (const { at, ...what } of remembered.entries) add({ what }, at);
      }
      save();
    },
    /** Gives the key by which this very one is taken back. */
    push(offer: UndoOffer): number {
      const key = add(offer);
      save();
      return key;
    },
    forget(key: number): void {
      entries = entries.filter((entry) => entry.key !== key);
      save();
    },
    /** Takes this one back, once. */
    undo(key: number): void {
      const entry = entries.find((each) => each.key === key);
      this.forget(key);
      if (entry) start(entry);
    },
    /** Gives the key of what is being taken back; undefined when there is nothing. */
    undoNewest(): number | undefined {
      entries = entries.filter(({ at }) => at > now() - undoWithinMs);
      const newest = entries.at(-1);
      if (newest) this.undo(newest.key);
      return newest?.key;
    },
  };
}
