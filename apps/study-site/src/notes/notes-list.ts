// The list of all notes on this page, from the link in the header: to read, change, share, save, and clear.
import type { NotesTexts } from "../texts/en/notes";
import { button, element } from "./element";
import type { NoteDraft } from "./kept-notes";
import { type NoteActions, noteCard } from "./note-card";
import type { PlacedNote } from "./placed-note";

export interface ListedNotes {
  notes: readonly PlacedNote[];
  draft: NoteDraft | undefined;
  /** On every study. */
  countInAll: number;
  hasShares: boolean;
  isKept: boolean;
}

export interface ListActions extends NoteActions {
  goOn(draft: NoteDraft): void;
  discard(): void;
  shareSome(): void;
  saveFile(): void;
  clear(): void;
  /** Fills the place with the links that this device made. */
  showShares(place: HTMLElement): void;
}

export interface NotesList {
  readonly isOpen: boolean;
  open(listed: ListedNotes): void;
  /** What is shown, when it is open. */
  show(listed: ListedNotes): void;
  close(): void;
}

export function createNotesList(t: NotesTexts, actions: ListActions): NotesList {
  const content = element("div");
  const shares = element("section", { hidden: true, "aria-labelledby": "notes-shares" });
  const sharesPlace = element("div");
  shares.append(element("h3", { id: "notes-shares" }, t.shares), sharesPlace);
  const dialog = element(
    "dialog",
    { class: "notes-drawer", "data-notes": true, "aria-labelledby": "notes-title" },
    element(
      "header",
      {},
      element("h2", { id: "notes-title", tabindex: "-1" }, t.title),
      button(t.close, () => dialog.close()),
    ),
    content,
    shares,
  );
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  function show(listed: ListedNotes) {
    if (!dialog.open) return;
    const hadFocus = content.contains(document.activeElement);
    content.replaceChildren(...partsOf(listed));
    if (hadFocus) dialog.querySelector<HTMLElement>("h2")?.focus();
    shares.hidden = !listed.hasShares;
    if (listed.hasShares) actions.showShares(sharesPlace);
  }

  function partsOf({ notes, draft, countInAll, isKept }: ListedNotes): HTMLElement[] {
    return [
      ...(isKept ? [] : [element("p", { class: "note-flag" }, t.notKept)]),
      ...(draft ? [draftPart(draft)] : []),
      ...(notes.length === 0 ? [element("p", {}, t.empty)] : []),
      element(
        "ul",
        { class: "notes-items" },
        ...notes.map((placed) => element("li", {}, noteCard(t, placed, actions, true))),
      ),
      ...(notes.length > 0
        ? [
            element(
              "div",
              { class: "note-actions" },
              button(t.share, actions.shareSome, { class: "main" }),
              button(t.saveFile, actions.saveFile),
            ),
          ]
        : []),
      ...(countInAll > 0 || draft ? [clearPart(countInAll)] : []),
    ];
  }

  function draftPart(draft: NoteDraft): HTMLElement {
    return element(
      "div",
      { class: "note-flag" },
      element("p", {}, t.draft),
      element(
        "div",
        { class: "note-actions" },
        button(t.goOn, () => actions.goOn(draft)),
        button(t.discard, actions.discard),
      ),
    );
  }

  function clearPart(count: number): HTMLElement {
    const ask = button(t.clear, () => {
      const yes = button(t.clearYes, actions.clear, { class: "as-link danger" });
      const no = button(t.clearNo, () => {
        part.replaceChildren(...first);
        ask.focus();
      });
      const sure = element("p", { role: "alert" }, t.clearAsk(count));
      part.replaceChildren(sure, element("div", { class: "note-actions" }, yes, no));
      no.focus();
    });
    const first = [element("p", { class: "hint" }, t.clearHint), ask];
    const part = element("div", { class: "notes-clear" }, ...first);
    return part;
  }

  return {
    get isOpen() {
      return dialog.open;
    },
    open(listed) {
      if (!dialog.open) dialog.showModal();
      show(listed);
      dialog.querySelector<HTMLElement>("h2")?.focus();
    },
    show,
    close: () => dialog.close(),
  };
}
