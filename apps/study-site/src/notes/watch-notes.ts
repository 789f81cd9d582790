// Puts the ways to a note on the page and brings the notes' script when one is taken: a selection of text,
// a press of "Your notes" or "Add a note", or notes that this device keeps for the page.
import { readNotesFlag, studyOfPage } from "./notes-flag";
import type { Notes } from "./start-notes";

export function watchNotes(): void {
  const opener = document.querySelector<HTMLButtonElement>("button.your-notes");
  const fields = document.querySelectorAll<HTMLElement>("[data-anchor-field]");
  const study = studyOfPage();
  if (!opener) return;
  // Browsers offer digests and keys on secure pages alone.
  if (!study || fields.length === 0 || !isSecureContext) {
    opener.hidden = true;
    return;
  }
  opener.dataset.ready = "";

  let starting: Promise<Notes> | undefined;
  const use = (act: (notes: Notes) => unknown) => {
    starting ??= import("./start-notes").then(({ startNotes }) => startNotes(study, opener));
    starting.then(act, () => {
      starting = undefined;
      tellFailure(opener);
    });
  };

  opener.addEventListener("click", () => use((notes) => notes.openList()));
  const label = opener.dataset.add ?? "";
  for (const field of fields) {
    addPlace(field, label).addEventListener("click", () => use((notes) => notes.addTo(field)));
  }
  let settled = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(settled);
    settled = window.setTimeout(() => {
      if (starting || isInField(document.getSelection())) use((notes) => notes.offer());
    }, 250);
  });
  const flag = readNotesFlag(study);
  const count = opener.querySelector(".note-count");
  if (count && flag.count > 0) count.textContent = `(${flag.count})`;
  if (flag.count > 0 || flag.hasDraft) whenIdle(() => use(() => {}));
}

/** Each block has a real button, seen on focus or beneath the pointer and always heard. */
function addPlace(field: HTMLElement, label: string): HTMLButtonElement {
  const place = document.createElement("span");
  place.className = "note-place";
  // In the page's language, also within a text that is still in English.
  place.lang = document.documentElement.lang;
  place.dir = document.documentElement.dir;
  place.dataset.notes = "";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "add-note";
  button.textContent = label;
  const words = (field.textContent ?? "").trim().replace(/\s+/g, " ");
  button.setAttribute("aria-label", `${label}: ${words.slice(0, 60)}`);
  place.append(button);
  // What stands in a heading is read out as part of it.
  if (/^H\d$/.test(field.tagName)) field.after(place);
  else field.append(place);
  return button;
}

function isInField(selection: Selection | null): boolean {
  if (!selection || selection.isCollapsed) return false;
  const { commonAncestorContainer: within } = selection.getRangeAt(0);
  const element = within instanceof Element ? within : within.parentElement;
  return (
    !!element &&
    (!!element.closest("[data-anchor-field]") || !!element.querySelector("[data-anchor-field]"))
  );
}

function tellFailure(opener: HTMLElement): void {
  const told = document.createElement("p");
  told.className = "notes-told";
  told.setAttribute("role", "alert");
  document.querySelector(".notes-told")?.remove();
  document.body.append(told);
  told.textContent = opener.dataset.failed ?? "";
}

function whenIdle(act: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 300);
}
