// Sends what is typed and not kept yet, of one home: a moment after a key, at once when the page is left, one
// answer after the other. The server holds one draft for a home: the newest; the others stay in this tab, and
// take its place once it is kept as a note.
import type { NoteDraft } from "@studydesk/domain/notes/note-inputs";

const laterMs = 800;
const againMs = 5_000;

export type DraftSender = ReturnType<typeof makeDraftSender>;

/** Which field of a home a draft was typed in. */
export function draftName({ noteId, anchor }: Pick<NoteDraft, "noteId" | "anchor">): string {
  if (noteId !== undefined) return `note.${noteId.toString()}`;
  return anchor ? `${anchor.sourceType}.${anchor.fieldPath}` : newNote;
}

export const newNote = "new";

interface Way {
  send(draft: NoteDraft | null, isLeaving: boolean): Promise<unknown>;
  /** Such as a cut connection; what was refused waits for the next key, or until its author is back. */
  isWorthAgain(error: unknown): boolean;
  /** The server knows that one is a note now: other tabs may hold it, or words that it held last. */
  dropped(): void;
}

export function makeDraftSender({ send, isWorthAgain, dropped }: Way) {
  let drafts = new Map<string, NoteDraft>();
  /** Held by nobody but this tab, or typed here last. */
  const own = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnsent = false;
  let isDropped = false;
  let sending: Promise<unknown> = Promise.resolve();

  function flush(isLeaving = false) {
    clearTimeout(timer);
    timer = undefined;
    if (!isUnsent) return;
    const hasDropped = isDropped;
    isUnsent = isDropped = false;
    const newest = [...drafts.values()].at(-1) ?? null;
    const sent = () => {
      if (hasDropped) dropped();
    };
    const failed = (error: unknown) => {
      isUnsent = true;
      isDropped ||= hasDropped;
      if (isWorthAgain(error)) timer ??= setTimeout(flush, againMs);
    };
    if (isLeaving) send(newest, true).then(sent, failed);
    else sending = sending.then(() => send(newest, false)).then(sent, failed);
  }

  return {
    find: (name: string) => drafts.get(name),
    isOwn: (name: string) => own.has(name),
    /** What the server held when the screen was opened; what was typed here since is newer. */
    learn(draft: NoteDraft) {
      const name = draftName(draft);
      if (!drafts.has(name)) drafts = new Map([[name, draft], ...drafts]);
    },
    put(name: string, draft: NoteDraft) {
      drafts.delete(name);
      drafts.set(name, draft);
      for (const each of drafts.keys()) own.add(each);
      isUnsent = true;
      timer ??= setTimeout(flush, laterMs);
    },
    /** It was kept as a note, or taken back. */
    drop(name: string) {
      own.delete(name);
      if (!drafts.delete(name)) return;
      isUnsent = isDropped = true;
      flush();
    },
    /** In another tab: what this one only read is gone, and what was typed in it is sent again. */
    droppedElsewhere() {
      drafts = new Map([...drafts].filter(([name]) => own.has(name)));
      isUnsent = drafts.size > 0;
      flush();
    },
    flush,
    /** Somebody else is signed in. */
    stop() {
      clearTimeout(timer);
      drafts.clear();
      isUnsent = false;
    },
  };
}
