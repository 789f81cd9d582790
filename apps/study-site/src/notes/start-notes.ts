// The reader's own notes on a study's page: brought when first asked for. This is where their parts meet;
// everything stays in this browser unless the reader seals and shares it.
import { makeAnchor } from "@studydesk/anchors/make-anchor";
import type { TextAnchor, TextRange } from "@studydesk/anchors/text-anchor";
import { type FieldText, readField } from "./field-text";
import type { KeptNote, NoteDraft } from "./kept-notes";
import type { NoteActions } from "./note-card";
import { openNoteEditor } from "./note-editor";
import { createNotePlaces } from "./note-places";
import { openNoteStore } from "./note-store";
import { createNotesList, type ListedNotes } from "./notes-list";
import { pageLanguage, readNotesWords } from "./notes-words";
import { placeNotes } from "./placed-note";
import { saveNotesFile } from "./save-file";
import { createSelectionBar } from "./selection-bar";
import { showHighlights, takeMarksAway } from "./show-highlights";
import { createTeller } from "./teller";

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
  const title = document.querySelector("h1")?.textContent ?? study;
  const revision =
    document.querySelector<HTMLElement>("[data-anchor-revision]")?.dataset.anchorRevision ?? "";
  let fields: FieldText[] = [];
  let listed: ListedNotes = {
    notes: [],
    draft: undefined,
    countInAll: 0,
    hasShares: false,
    isKept: true,
  };
  /** A note whose words are gone, while the reader chooses others for it. */
  let attaching: KeptNote | undefined;

  async function refresh() {
    const notes = await store.listNotes();
    takeMarksAway();
    fields = readFields();
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
    showHighlights(placed);
    places.show(placed);
    list.show(listed);
    const count = opener.querySelector(".note-count");
    if (count) count.textContent = placed.length > 0 ? `(${placed.length})` : "";
  }

  function anchorOf(field: FieldText, range: TextRange): Promise<TextAnchor> {
    const place = { sourceType: "study", sourceId: study, fieldPath: field.path, revision };
    return makeAnchor(field.text, range, place);
  }

  /** Writes a note on a field, or changes one that is there. */
  function write(
    field: FieldText,
    range: TextRange,
    canNarrow: boolean,
    before?: KeptNote | NoteDraft,
  ) {
    const isNew = !before || !("writtenAt" in before);
    const noteId = before && "noteId" in before ? before.noteId : undefined;
    const known = isNew ? listed.notes.find(({ note }) => note.id === noteId)?.note : before;
    openNoteEditor(t, {
      title: attaching ? t.attachNote : known ? t.editNote : t.newNote,
      passage: field.text,
      range,
      canNarrow,
      text: before?.text ?? "",
      async save(text, chosen) {
        const anchor = await anchorOf(field, chosen);
        const language = pageLanguage();
        const heading = headingOf(field.element);
        const written = { study, title, language, heading, anchor, text };
        const id = known?.id ?? crypto.randomUUID();
        const writtenAt = known?.writtenAt ?? new Date().toISOString();
        attaching = undefined;
        await store.deleteDraft();
        await store.saveNote({ ...written, id, writtenAt });
        await refresh();
        places.open(id);
        teller.tell(store.isKept ? t.saved : t.notKept);
      },
      async keepDraft(text, chosen) {
        const draft = { study, anchor: await anchorOf(field, chosen), text };
        await store.saveDraft(known ? { ...draft, noteId: known.id } : draft);
      },
      cancel() {
        attaching = undefined;
        void store.findDraft().then(async (draft) => {
          if (!draft) return;
          await store.deleteDraft();
          teller.tell(t.draft, { label: t.goOn, act: () => void goOn(draft) });
        });
      },
    });
  }

  async function goOn(draft: NoteDraft) {
    list.close();
    const [placed] = await placeNotes([{ ...draft, ...emptyNote }], fields);
    const [first] = fields;
    const field =
      placed?.place?.field ?? fields.find(({ path }) => path === draft.anchor.fieldPath) ?? first;
    if (!field) return;
    const range = placed?.place?.found ?? wholeOf(field);
    write(field, range, !placed?.place, draft);
  }

  const actions: NoteActions = {
    show({ note }) {
      list.close();
      places.open(note.id);
    },
    edit({ note, place }) {
      list.close();
      if (place) return write(place.field, place.found, false, note);
      // Its words are gone: it stays with its quote.
      openNoteEditor(t, {
        title: t.editNote,
        passage: note.anchor.exact,
        range: { start: 0, end: note.anchor.exact.length },
        canNarrow: false,
        text: note.text,
        save: (text) => void store.saveNote({ ...note, text }).then(() => teller.tell(t.saved)),
        keepDraft: () => {},
        cancel: () => {},
      });
    },
    remove({ note }) {
      void store
        .deleteNote(note.id)
        .then(() =>
          teller.tell(t.deleted, { label: t.undo, act: () => void store.saveNote(note) }),
        );
    },
    async accept({ note, place }) {
      if (place)
        await store.saveNote({ ...note, anchor: await anchorOf(place.field, place.found) });
    },
    attach({ note }) {
      list.close();
      attaching = note;
      teller.tell(t.attaching, { label: t.cancel, act: () => (attaching = undefined) });
    },
    share({ note }) {
      void openShare([note.id]);
    },
  };
  const places = createNotePlaces(t, actions);
  const list = createNotesList(t, {
    ...actions,
    goOn: (draft) => void goOn(draft),
    discard: () => void store.deleteDraft(),
    shareSome: () => void openShare(listed.notes.map(({ note }) => note.id)),
    saveFile: () =>
      saveNotesFile(
        listed.notes.map(({ note }) => note),
        study,
      ),
    clear: () => void store.clear().then(() => teller.tell(t.cleared)),
    showShares: (place) => void showShares(place),
  });
  const bar = createSelectionBar(({ field, range }) => {
    document.getSelection()?.removeAllRanges();
    write(field, range, false, attaching);
  });

  async function openShare(chosen: readonly string[]) {
    try {
      const { openShareDialog } = await import("./share-dialog");
      const notes = listed.notes.map(({ note }) => note);
      await openShareDialog({ notes, chosen, store, study });
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
  if (listed.draft) {
    const { draft } = listed;
    teller.tell(t.draft, { label: t.goOn, act: () => void goOn(draft) });
  }
  return {
    openList: () => list.open(listed),
    addTo(element) {
      const field = fields.find((known) => known.element === element);
      if (field) write(field, wholeOf(field), true, attaching);
    },
    offer: () => bar.follow(fields, attaching ? t.attachHere : t.addNote),
  };
}

const emptyNote = { id: "", title: "", language: "", heading: "", writtenAt: "" };

function readFields(): FieldText[] {
  return [...document.querySelectorAll<HTMLElement>("[data-anchor-field]")].map(readField);
}

function wholeOf(field: FieldText): TextRange {
  return { start: 0, end: field.text.length };
}

/** The heading that the field stands under, in words that a person knows. */
function headingOf(element: HTMLElement): string {
  const heading = element.closest("section")?.querySelector("h2");
  return heading && heading !== element ? (heading.textContent ?? "").trim() : "";
}
