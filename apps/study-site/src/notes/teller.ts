// Says what happened, on the screen and to a screen reader, with one thing that may be done about it
// ("Undo"). It stays until the next word or until it is closed.
import { button, element } from "./element";

export interface Teller {
  tell(words: string, action?: { label: string; act: () => void }): void;
  quiet(): void;
}

export function createTeller(close: string): Teller {
  const words = element("p", { role: "status" });
  const actions = element("span");
  const told = element(
    "div",
    { class: "notes-told", "data-notes": true, hidden: true },
    words,
    actions,
  );
  const quiet = () => {
    told.hidden = true;
    words.textContent = "";
    actions.replaceChildren();
  };
  document.body.append(told);
  return {
    tell(text, action) {
      // What stands outside an open dialog can be neither seen nor pressed.
      const place = document.querySelector("dialog[open][data-notes]") ?? document.body;
      if (told.parentElement !== place) place.append(told);
      told.hidden = false;
      words.textContent = text;
      const act =
        action &&
        button(action.label, () => {
          quiet();
          action.act();
        });
      actions.replaceChildren(...(act ? [act] : []), button(close, quiet));
    },
    quiet,
  };
}
