// One note, beside its words or in the list: what it says, what became of its words, what can be done.
import type { MeaningChange } from "@studydesk/anchors/meaning-changes";
import type { NotesTexts } from "../texts/en/notes";
import { button, element, ownWords } from "./element";
import { languageNames, pageLanguage } from "./notes-words";
import type { PlacedNote } from "./placed-note";

export interface NoteActions {
  show(placed: PlacedNote): void;
  edit(placed: PlacedNote): void;
  remove(placed: PlacedNote): void;
  /** The reader has seen what changed: the note is about the words as they are now. */
  accept(placed: PlacedNote): void;
  attach(placed: PlacedNote): void;
  share(placed: PlacedNote): void;
}

export function noteCard(
  t: NotesTexts,
  placed: PlacedNote,
  actions: NoteActions,
  isInList: boolean,
): HTMLElement {
  const { note, place } = placed;
  const written = new Date(note.writtenAt).toLocaleDateString(t.dateLocale, { dateStyle: "long" });
  const act = (label: string, press: (placed: PlacedNote) => void) =>
    button(label, () => press(placed));
  return element(
    "div",
    { class: "note-card", "data-note": note.id },
    ...(isInList ? [element("h3", {}, t.number(placed.number)), quoteOf(placed)] : []),
    ownWords("p", note.text, "note-words"),
    ...(place ? changeWords(t, placed, act) : missingWords(t, placed, act)),
    element("p", { class: "hint" }, isInList ? t.written(written) : t.onlyYou),
    element(
      "div",
      { class: "note-actions" },
      isInList && place ? act(t.show, actions.show) : undefined,
      act(t.edit, actions.edit),
      isInList ? undefined : act(t.share, actions.share),
      act(t.remove, actions.remove),
    ),
  );

  function changeWords(
    t: NotesTexts,
    { place }: PlacedNote,
    act: (label: string, press: (placed: PlacedNote) => void) => HTMLElement,
  ): HTMLElement[] {
    if (!place) return [];
    const { flags, state, changes } = place.found;
    if (flags.length === 0 && state !== "may_have_moved") return [];
    const words = flags.length > 0 ? t.changed(sayChanges(t, changes)) : t.mayHaveMoved;
    return [element("p", { class: "note-flag" }, words, " ", act(t.looked, actions.accept))];
  }

  function missingWords(
    t: NotesTexts,
    { note }: PlacedNote,
    act: (label: string, press: (placed: PlacedNote) => void) => HTMLElement,
  ): HTMLElement[] {
    if (note.language !== pageLanguage()) {
      const prefix = note.language === "en" ? "" : `/${note.language}`;
      const there = element("a", { href: `${prefix}/studies/${note.study}` }, t.openThere);
      const words = t.otherLanguage(languageNames[note.language] ?? note.language);
      return [element("p", { class: "note-flag" }, words, " ", there)];
    }
    return [
      element("p", { class: "note-flag" }, t.orphan, " ", act(t.attachAgain, actions.attach)),
    ];
  }
}

function quoteOf({ note }: PlacedNote): HTMLElement {
  return ownWords("blockquote", note.anchor.exact);
}

function sayChanges(t: NotesTexts, changes: readonly MeaningChange[]): string {
  const said = changes.slice(0, 3).map(({ was, now }) => {
    if (was === "") return t.cameIn(now);
    return now === "" ? t.wentOut(was) : t.became(was, now);
  });
  return new Intl.ListFormat(document.documentElement.lang).format(said);
}
