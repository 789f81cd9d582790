// The dialog that a note is written in. From a selection it shows the words; from "Add a note" it shows the
// whole text in a field of its own, where a keyboard can narrow them.
import { maxExactLength, type TextRange } from "@studydesk/anchors/text-anchor";
import type { NotesTexts } from "../texts/en/notes";
import { button, element, ownWords } from "./element";

export interface NoteEditing {
  title: string;
  /** The field's text; without `canNarrow` the range in it stays as it is. */
  passage: string;
  range: TextRange;
  canNarrow: boolean;
  text: string;
  save: (text: string, range: TextRange) => void;
  /** With each key. */
  keepDraft: (text: string, range: TextRange) => void;
  cancel: () => void;
}

const mostCharacters = 4000;

export function openNoteEditor(t: NotesTexts, editing: NoteEditing): void {
  let range = shorten(editing.range);
  const about = ownWords("p", "", "note-about");
  const field = element("textarea", {
    id: "note-text",
    rows: "4",
    maxlength: `${mostCharacters}`,
    dir: "auto",
    "aria-describedby": "note-problem note-only",
  });
  field.value = editing.text;
  const problem = element("p", { id: "note-problem", class: "problem", role: "alert" });

  function showRange() {
    about.textContent = t.about(editing.passage.slice(range.start, range.end).trim());
    const isCut = editing.range.end - editing.range.start > maxExactLength;
    if (isCut && range.end - range.start === maxExactLength) about.append(" ", t.tooLong);
  }
  showRange();
  field.addEventListener("input", () => {
    problem.textContent = "";
    field.removeAttribute("aria-invalid");
    editing.keepDraft(field.value, range);
  });

  const title = element("h2", { id: "note-title" }, editing.title);
  const form = element(
    "form",
    { method: "dialog", novalidate: true },
    title,
    ...(editing.canNarrow ? passageField() : []),
    about,
    element("label", { for: "note-text" }, t.note),
    field,
    problem,
    element("p", { id: "note-only", class: "hint" }, t.onlyYou),
    element(
      "div",
      { class: "note-actions" },
      element("button", { class: "main" }, t.save),
      button(t.cancel, () => dialog.close()),
    ),
  );
  const dialog = element(
    "dialog",
    { class: "note-dialog", "data-notes": true, "aria-labelledby": "note-title" },
    form,
  );
  let isSaved = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() === "") {
      problem.textContent = t.emptyNote;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return;
    }
    isSaved = true;
    dialog.close();
    editing.save(field.value.trim(), range);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (!isSaved) editing.cancel();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (!editing.canNarrow) field.focus();

  function passageField(): HTMLElement[] {
    const passage = element("textarea", {
      id: "note-passage",
      class: "passage",
      rows: `${Math.min(6, Math.ceil(editing.passage.length / 55) + 1)}`,
      // Not `readonly`: some browsers let no keyboard select in such a field.
      "aria-readonly": "true",
      inputmode: "none",
      spellcheck: "false",
      dir: "auto",
      "aria-describedby": "note-passage-hint",
    });
    passage.value = editing.passage;
    passage.setSelectionRange(0, 0);
    passage.addEventListener("beforeinput", (event) => event.preventDefault());
    // What is being composed cannot be refused, only undone.
    passage.addEventListener("input", () => {
      passage.value = editing.passage;
    });
    const narrow = () => {
      const { selectionStart: start, selectionEnd: end } = passage;
      const isSome = editing.passage.slice(start, end).trim() !== "";
      range = shorten(isSome ? { start, end } : editing.range);
      showRange();
    };
    passage.addEventListener("select", narrow);
    passage.addEventListener("keyup", narrow);
    passage.addEventListener("pointerup", narrow);
    about.setAttribute("role", "status");
    return [
      element("label", { for: "note-passage" }, t.passage),
      element("p", { id: "note-passage-hint", class: "hint" }, t.passageHint),
      passage,
    ];
  }
}

function shorten({ start, end }: TextRange): TextRange {
  return { start, end: Math.min(end, start + maxExactLength) };
}
