// The places that the pages behind sealed links have in common, found by their ids.
import type { Told } from "./reader-words";

/** The page stands there in English: `language` and its words take their place. */
export function speak(language: string, t: { title: string; intro: string }): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = t.title;
  find("ask-title").textContent = t.title;
  find("ask-intro").textContent = t.intro;
}

/** Instead of what is asked; `isAnswer` moves the focus there. */
export function tell({ title, text }: Told, isAnswer: boolean): void {
  find("ask").hidden = true;
  const heading = find("told-title");
  heading.textContent = title;
  find("told-text").textContent = text;
  find("told").hidden = false;
  if (isAnswer) heading.focus();
}

/** What is asked, and nothing else. */
export function showAsk(): void {
  find("told").hidden = true;
  find("ask").hidden = false;
}

/** The place of what was opened, with what is asked out of the way. */
export function makeRoom(): HTMLElement {
  find("ask").hidden = true;
  return find("note");
}

export function clearNote(): void {
  const note = find("note");
  note.replaceChildren();
  note.hidden = true;
}

export function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new TypeError(`The page has no ${id}`);
  return element;
}
