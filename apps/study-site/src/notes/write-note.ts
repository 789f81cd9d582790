// Writing a note: a new one, one that is there, one whose words are gone and that gets others. What is
// typed is kept as a draft with each key, so that a reload loses nothing.
import { makeAnchor } from "@studydesk/anchors/make-anchor";
import type { FieldText } from "@studydesk/anchors/page/field-text";
import type { TextAnchor, TextRange } from "@studydesk/anchors/text-anchor";
import type { NotesTexts } from "../texts/en/notes";
import type { KeptNote, NoteDraft } from "./kept-notes";
import { openNoteEditor } from "./note-editor";
import type { NoteStore } from "./note-store";
import { pageLanguage } from "./notes-words";
import { type PlacedNote, placeNotes } from "./placed-note";
import type { Teller } from "./teller";

export interface NoteWriterParts {
  t: NotesTexts;
  store: NoteStore;
  teller: Teller;
  /** Its registry number, and the title of its page. */
  study: string;
  title: string;
  /** What the page says of its text's state. */
  revision: string;
  fields: () => readonly FieldText[];
  findNote: (id: string | undefined) => KeptNote | undefined;
  afterSave: (id: string) => Promise<void>;
}

export interface NoteWriter {
  /** `canNarrow`: the whole field is offered, to choose words from. */
  writeNew(field: FieldText, range: TextRange, canNarrow: boolean): void;
  edit(placed: PlacedNote): void;
  goOn(draft: NoteDraft): Promise<void>;
  /** The next words that are chosen are this note's. */
  attach(note: KeptNote): void;
  readonly isAttaching: boolean;
  /** The note is about the words as they are now. */
  accept(placed: PlacedNote): Promise<void>;
}

export function createNoteWriter(parts: NoteWriterParts): NoteWriter {
  const { t, store, teller, study, title, revision, fields } = parts;
  let attaching: KeptNote | undefined;
  let drafting = Promise.resolve();

  function anchorOf(field: FieldText, range: TextRange): Promise<TextAnchor> {
    const place = { sourceType: "study", sourceId: study, fieldPath: field.path, revision };
    return makeAnchor(field.text, range, place);
  }

  /** `known`: the note that is changed; it keeps its anchor, unless it is being attached anew. */
  function write(
    field: FieldText,
    range: TextRange,
    canNarrow: boolean,
    {
      known,
      text,
      isAttached,
    }: { known?: KeptNote | undefined; text: string; isAttached: boolean },
  ) {
    teller.quiet();
    // Made before the first key: what is typed is put away within the same moment.
    let about = { range, anchor: anchorOf(field, range) };
    const anchorOn = (chosen: TextRange) => {
      const isSame = chosen.start === about.range.start && chosen.end === about.range.end;
      if (!isSame) about = { range: chosen, anchor: anchorOf(field, chosen) };
      return about.anchor;
    };
    openNoteEditor(t, {
      title: isAttached ? t.attachNote : known ? t.editNote : t.newNote,
      passage: field.text,
      range,
      canNarrow,
      text,
      async save(words, chosen) {
        attaching = undefined;
        await drafting;
        await store.deleteDraft();
        const id = known?.id ?? crypto.randomUUID();
        await store.saveNote({
          id,
          study,
          title,
          language: pageLanguage(),
          heading: headingOf(field.element),
          ...(isAttached ? {} : known),
          writtenAt: known?.writtenAt ?? new Date().toISOString(),
          anchor: known && !isAttached ? known.anchor : await anchorOn(chosen),
          text: words,
        });
        await parts.afterSave(id);
        teller.tell(store.isKept ? t.saved : t.notKept);
      },
      keepDraft(words, chosen) {
        drafting = drafting.then(async () => {
          const draft = { study, anchor: await anchorOn(chosen), text: words };
          await store.saveDraft(known ? { ...draft, noteId: known.id } : draft);
        });
      },
      async cancel() {
        attaching = undefined;
        await drafting;
        const draft = await store.findDraft();
        if (!draft) return;
        await store.deleteDraft();
        teller.tell(t.draft, { label: t.goOn, act: () => void goOn(draft) });
      },
    });
  }

  async function goOn(draft: NoteDraft) {
    const known = parts.findNote(draft.noteId);
    const emptyNote = { id: "", title, language: "", heading: "", writtenAt: "" };
    const [placed] = await placeNotes([{ ...emptyNote, ...draft }], fields());
    const [first] = fields();
    const field =
      placed?.place?.field ?? fields().find(({ path }) => path === draft.anchor.fieldPath) ?? first;
    if (!field) return;
    const range = placed?.place?.found ?? wholeOf(field);
    write(field, range, !placed?.place, { known, text: draft.text, isAttached: false });
  }

  return {
    goOn,
    writeNew(field, range, canNarrow) {
      const text = attaching?.text ?? "";
      write(field, range, canNarrow, { known: attaching, text, isAttached: !!attaching });
    },
    edit({ note, place }) {
      const { text } = note;
      if (place)
        return write(place.field, place.found, false, { known: note, text, isAttached: false });
      teller.quiet();
      // Its words are gone: it stays with its quote.
      openNoteEditor(t, {
        title: t.editNote,
        passage: note.anchor.exact,
        range: wholeOf({ text: note.anchor.exact }),
        canNarrow: false,
        text,
        save: (words) =>
          void store.saveNote({ ...note, text: words }).then(() => teller.tell(t.saved)),
        keepDraft: () => {},
        cancel: () => {},
      });
    },
    attach(note) {
      attaching = note;
      const end = () => {
        attaching = undefined;
      };
      teller.tell(t.attaching, { label: t.cancel, act: end });
    },
    get isAttaching() {
      return attaching !== undefined;
    },
    async accept({ note, place }) {
      if (!place) return;
      await store.saveNote({ ...note, anchor: await anchorOf(place.field, place.found) });
    },
  };
}

export function wholeOf({ text }: { text: string }): TextRange {
  return { start: 0, end: text.length };
}

/** The heading that the field stands under, in words that a person knows. */
function headingOf(element: HTMLElement): string {
  const heading = element.closest("section")?.querySelector("h2");
  return heading && heading !== element ? (heading.textContent ?? "").trim() : "";
}
