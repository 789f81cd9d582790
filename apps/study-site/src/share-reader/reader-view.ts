// The places of the reader page and what each moment shows in them.
import type { ReaderTexts } from "../texts/en/reader";
import type { Told } from "./reader-words";
import { clearNote, find, makeRoom, showAsk, speak, tell } from "./sealed-places";

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
  const form = find("ask-form");
  const field = find("passcode");
  const problem = find("ask-problem");
  const progress = find("ask-progress");
  const bar = find("ask-bar");
  if (!(field instanceof HTMLInputElement)) throw new TypeError("The passcode's place is no field");

  if (language !== "en") {
    speak(language, t);
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
      showAsk();
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
    tell,
    makeRoom() {
      field.value = "";
      return makeRoom();
    },
    clear() {
      field.value = "";
      clearNote();
    },
  };
}
