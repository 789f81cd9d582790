// The reader's own notes on a study's page: brought when first asked for. This is where their parts meet;
// everything stays in this browser unless the reader seals and shares it.
import { type FieldText, readField } from "@studydesk/anchors/page/field-text";
import { showHighlights, takeMarksAway } from "@studydesk/anchors/page/show-highlights";
import type { NoteActions } from "./note-card";
import { createNotePlaces } from "./note-places";
import { openNoteStore } from "./note-store";
import { createNotesList, type ListedNotes } from "./notes-list";
import { readNotesWords } from "./notes-words";
import { placeNotes } from "./placed-note";
import { saveNotesFile } from "./save-file";
import { createSelectionBar } from "./selection-bar";
import { createTeller } from "./teller";
import { createNoteWriter, wholeOf } from "./write-note";

export interface Notes {
  openList(): void;
  /** The dialog for a note on this field, the whole of it at first. */
  addTo(field: HTMLElement): void;
  /** Shows the bar where words are selected. */
  offer(): void;
}

export async function startNotes(study: string, opener: HTMLElement): Promise<Notes> {
  const t = await readNotesWords();
  const teller = createTeller(t.close);
  const store = await openNoteStore(study, () => void refresh());
  let fields: FieldText[] = [];
  let listed: ListedNotes = {
    notes: [],
    draft: undefined,
    countInAll: 0,
    hasShares: false,
    isKept: store.isKept,
  };
  let refreshing = Promise.resolve();
  const notesHere = () => listed.notes.map(({ note }) => note);

  /** One after the other: what was saved last is shown last. */
  function refresh(): Promise<void> {
    refreshing = refreshing.then(showAll, showAll);
    return refreshing;
  }

  async function showAll() {
    const notes = await store.listNotes();
    takeMarksAway();
    fields = [...document.querySelectorAll<HTMLElement>("[data-anchor-field]")].map(readField);
    const placed = await placeNotes(
      notes.filter((note) => note.study === study),
      fields,
    );
    listed = {
      notes: placed,
      draft: await store.findDraft(),
      countInAll: notes.length,
      hasShares: (await store.listShares()).length > 0,
      isKept: store.isKept,
    };
    showHighlights(
      placed.flatMap(({ place }) =>
        place ? [{ field: place.field.element, found: place.found }] : [],
      ),
    );
    places.show(placed);
    list.show(listed);
    const count = opener.querySelector(".note-count");
    if (count) count.textContent = placed.length > 0 ? `(${placed.length})` : "";
  }

  const writer = createNoteWriter({
    t,
    store,
    teller,
    study,
    title: document.querySelector("h1")?.textContent ?? study,
    revision:
      document.querySelector("[data-anchor-revision]")?.getAttribute("data-anchor-revision") ?? "",
    fields: () => fields,
    findNote: (id) => notesHere().find((note) => note.id === id),
    async afterSave(id) {
      await refresh();
      places.open(id);
    },
  });
  const actions: NoteActions = {
    show({ note }) {
      list.close();
      places.open(note.id);
    },
    edit(placed) {
      list.close();
      writer.edit(placed);
    },
    remove({ note }) {
      const undo = () => void store.saveNote(note);
      void store
        .deleteNote(note.id)
        .then(() => teller.tell(t.deleted, { label: t.undo, act: undo }));
    },
    accept: (placed) => void writer.accept(placed),
    attach({ note }) {
      list.close();
      writer.attach(note);
    },
    share: ({ note }) => void openShare([note.id]),
  };
  const places = createNotePlaces(t, actions);
  const list = createNotesList(t, {
    ...actions,
    goOn(draft) {
      list.close();
      void writer.goOn(draft);
    },
    discard: () => void store.deleteDraft(),
    shareSome: () => void openShare(notesHere().map(({ id }) => id)),
    saveFile: () => saveNotesFile(notesHere(), study),
    clear: () => void store.clear().then(() => teller.tell(t.cleared)),
    showShares: (place) => void showShares(place),
  });
  const bar = createSelectionBar(({ field, range }) => {
    document.getSelection()?.removeAllRanges();
    writer.writeNew(field, range, false);
  });

  async function openShare(chosen: readonly string[]) {
    teller.quiet();
    try {
      const { openShareDialog } = await import("./share-dialog");
      await openShareDialog({ notes: notesHere(), chosen, store, study });
    } catch {
      teller.tell(t.notLoaded);
    }
  }

  async function showShares(place: HTMLElement) {
    try {
      const { showOwnShares } = await import("./own-shares");
      await showOwnShares(place, store, teller);
    } catch {
      place.textContent = t.notLoaded;
    }
  }

  await refresh();
  const { draft } = listed;
  if (draft) teller.tell(t.draft, { label: t.goOn, act: () => void writer.goOn(draft) });
  return {
    openList() {
      teller.quiet();
      list.open(listed);
    },
    addTo(element) {
      const field = fields.find((known) => known.element === element);
      if (field) writer.writeNew(field, wholeOf(field), true);
    },
    offer: () => bar.follow(fields, writer.isAttaching ? t.attachHere : t.addNote),
  };
}
