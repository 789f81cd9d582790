// Beside each field that has notes: a real button for each, which opens the note below the words. Marked
// words have no focus of their own; a press on them opens their note, too.
import type { NotesTexts } from "../texts/en/notes";
import { button } from "./element";
import { type NoteActions, noteCard } from "./note-card";
import type { PlacedNote } from "./placed-note";

export interface NotePlaces {
  show(notes: readonly PlacedNote[]): void;
  /** Opens a note at its place and puts the focus on its button. */
  open(noteId: string): void;
}

export function createNotePlaces(t: NotesTexts, actions: NoteActions): NotePlaces {
  const open = new Set<string>();
  let shown: readonly PlacedNote[] = [];

  function show(notes: readonly PlacedNote[]) {
    shown = notes;
    const focused = document.activeElement?.closest(".note-place");
    const onButton = document.activeElement?.closest<HTMLElement>("[data-note-button]")?.dataset;
    for (const part of document.querySelectorAll(".note-place > :not(.add-note)")) part.remove();
    for (const placed of notes) {
      const place = placed.place && placeOf(placed.place.field.element);
      if (!place) continue;
      place.append(...partsOf(placed));
    }
    const same = onButton?.noteButton ? buttonOf(onButton.noteButton) : undefined;
    if (focused) (same ?? focused.querySelector<HTMLElement>(".note-button, .add-note"))?.focus();
  }

  function partsOf(placed: PlacedNote): HTMLElement[] {
    const { id, anchor } = placed.note;
    const isOpen = open.has(id);
    const cardId = `note-${id}`;
    const toggle = button(
      t.number(placed.number),
      () => {
        if (!open.delete(id)) open.add(id);
        show(shown);
        buttonOf(id)?.focus();
      },
      {
        class: "note-button",
        "data-note-button": id,
        "aria-label": t.numberOn(placed.number, shortQuote(anchor.exact)),
        "aria-expanded": String(isOpen),
        "aria-controls": isOpen ? cardId : undefined,
      },
    );
    if (!isOpen) return [toggle];
    const card = noteCard(t, placed, actions, false);
    card.id = cardId;
    return [toggle, card];
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("a, button, [data-notes]"))
      return;
    if (document.getSelection()?.isCollapsed === false) return;
    const pressed = shown.find(({ place }) =>
      [...(place?.field.toPage(place.found).getClientRects() ?? [])].some(
        ({ left, right, top, bottom }) =>
          event.clientX >= left &&
          event.clientX <= right &&
          event.clientY >= top &&
          event.clientY <= bottom,
      ),
    );
    if (!pressed) return;
    open.add(pressed.note.id);
    show(shown);
  });

  return {
    show,
    open(id) {
      open.add(id);
      show(shown);
      const toggle = buttonOf(id);
      toggle?.closest("details")?.setAttribute("open", "");
      toggle?.scrollIntoView({ block: "center" });
      toggle?.focus({ preventScroll: true });
    },
  };
}

export function shortQuote(quote: string): string {
  const words = quote.replace(/\s+/g, " ");
  return words.length > 50 ? `${words.slice(0, 50).replace(/\s\S*$/, "")}…` : words;
}

function placeOf(field: HTMLElement): Element | undefined {
  const inside = field.querySelector(":scope > .note-place");
  if (inside) return inside;
  const next = field.nextElementSibling;
  return next?.matches(".note-place") ? next : undefined;
}

function buttonOf(id: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>("[data-note-button]")].find(
    ({ dataset }) => dataset.noteButton === id,
  );
}
