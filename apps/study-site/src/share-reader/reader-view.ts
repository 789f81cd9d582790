// The places of the reader page and what each moment shows in them.
import type { ReaderTexts } from "../texts/en/reader";
import type { Told } from "./reader-words";

export interface ReaderView {
  readonly passcode: string;
  onSubmit(submit: () => void): void;
  ask(): void;
  /** While it is checked, the form takes nothing. */
  busy(words: string | undefined): void;
  problem(words: string): void;
  /** Instead of the form; `isAnswer` moves the focus there. */
  tell(told: Told, isAnswer: boolean): void;
  /** The note's place, with the form and what was typed out of the way. */
  makeRoom(): HTMLElement;
  clear(): void;
}

/** The page stands there in English: `language` and its words take their place. */
export function createReaderView(language: string, t: ReaderTexts): ReaderView {
  const ask = find("ask");
  const form = find("ask-form");
  const field = find("passcode");
  const problem = find("ask-problem");
  const progress = find("ask-progress");
  const bar = find("ask-bar");
  const told = find("told");
  const note = find("note");
  if (!(field instanceof HTMLInputElement)) throw new TypeError("The passcode's place is no field");

  if (language !== "en") {
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    document.title = t.title;
    find("ask-title").textContent = t.title;
    find("ask-intro").textContent = t.intro;
    find("passcode-label").textContent = t.passcode;
    find("passcode-hint").textContent = t.passcodeHint;
    find("ask-open").textContent = t.open;
  }

  return {
    get passcode() {
      return field.value;
    },
    onSubmit(submit) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (form.getAttribute("aria-busy") === "true") return;
        if (field.value.trim() === "") this.problem(t.problems.empty);
        else submit();
      });
    },
    ask() {
      told.hidden = true;
      ask.hidden = false;
      form.hidden = false;
    },
    busy(words) {
      form.setAttribute("aria-busy", String(words !== undefined));
      field.readOnly = words !== undefined;
      bar.hidden = words === undefined;
      progress.textContent = words ?? "";
      if (words === undefined) return;
      problem.textContent = "";
      field.removeAttribute("aria-invalid");
    },
    problem(words) {
      problem.textContent = words;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      field.select();
    },
    tell({ title, text }, isAnswer) {
      ask.hidden = true;
      const heading = find("told-title");
      heading.textContent = title;
      find("told-text").textContent = text;
      told.hidden = false;
      if (isAnswer) heading.focus();
    },
    makeRoom() {
      field.value = "";
      ask.hidden = true;
      return note;
    },
    clear() {
      field.value = "";
      note.replaceChildren();
      note.hidden = true;
    },
  };
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`The page has no ${id}`);
  return element;
}
