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

export function makeDraftSender(
  send: (draft: NoteDraft | null, isLeaving: boolean) => Promise<unknown>,
) {
  let drafts = new Map<string, NoteDraft>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnsent = false;
  let sending: Promise<unknown> = Promise.resolve();

  function flush(isLeaving = false) {
    clearTimeout(timer);
    timer = undefined;
    if (!isUnsent) return;
    isUnsent = false;
    const newest = [...drafts.values()].at(-1) ?? null;
    const failed = () => {
      isUnsent = true;
      timer ??= setTimeout(flush, againMs);
    };
    if (isLeaving) send(newest, true).catch(failed);
    else sending = sending.then(() => send(newest, false)).catch(failed);
  }

  return {
    find: (name: string) => drafts.get(name),
    /** What the server held when the screen was opened; what was typed here since is newer. */
    learn(draft: NoteDraft) {
      const name = draftName(draft);
      if (!drafts.has(name)) drafts = new Map([[name, draft], ...drafts]);
    },
    put(name: string, draft: NoteDraft) {
      drafts.delete(name);
      drafts.set(name, draft);
      isUnsent = true;
      timer ??= setTimeout(flush, laterMs);
    },
    /** It was kept as a note, or taken back. */
    drop(name: string) {
      if (!drafts.delete(name)) return;
      isUnsent = true;
      flush();
    },
    flush,
  };
}
