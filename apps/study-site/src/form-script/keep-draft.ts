// Keeps what is typed on the device until it is sent, says so quietly, and clears it for whoever shares the
// device. What was kept comes back into the fields, all but the consent.
import { type Control, emptyForm, listControls, make, makeButton } from "./form-parts";
import type { FormTalk } from "./form-talk";
import { findKept, type KeptForm, removeKept, saveKept, type Tried } from "./kept-form";

export interface Draft {
  /** The last sending, when there was one. */
  tried(): Tried | undefined;
  isWaiting(): boolean;
  keep(sending?: { tried: Tried; isWaiting: boolean }): void;
  remove(): void;
}

/** `hasAnswer`: the fields hold what was typed already. */
export function keepDraft({ form, words, announce, signal }: FormTalk, hasAnswer: boolean): Draft {
  const found = findKept(form);
  let kept: KeptForm | undefined = found === "expired" ? undefined : found;
  const notice = make("p", "hint kept");
  const say = (...content: (string | Node)[]) => {
    notice.replaceChildren(...content);
    form.append(notice);
  };
  const clear = makeButton("link", words.draftClear, () => {
    kept = undefined;
    removeKept(form);
    emptyForm(form);
    say(words.draftCleared);
    announce(words.draftCleared);
  });
  const sayKept = () => {
    if (!clear.isConnected) say(`${words.draftKept} `, clear);
  };
  const draft: Draft = {
    tried: () => kept?.tried,
    isWaiting: () => kept?.isWaiting === true,
    keep(sending) {
      const { tried = kept?.tried, isWaiting = false } = sending ?? {};
      kept = { changedAt: Date.now(), fields: readFields(form), isWaiting };
      if (tried) kept.tried = tried;
      saveKept(form, kept);
    },
    remove() {
      kept = undefined;
      removeKept(form);
    },
  };
  form.addEventListener(
    "input",
    () => {
      draft.keep();
      sayKept();
    },
    { signal },
  );
  if (found === "expired") say(words.waitedTooLong);
  if (kept) {
    if (!hasAnswer) restore(form, kept.fields);
    sayKept();
  }
  return draft;
}

/** What was typed and chosen, without what the page itself holds and without the consent. */
function readFields(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const control of listControls(form)) {
    const { name, type, value } = control;
    if (type === "hidden" || type === "checkbox" || control.tabIndex < 0) continue;
    if (type !== "radio" || isChecked(control)) fields[name] = value;
  }
  return fields;
}

/** What stands there already (the browser may have brought it back itself) stays. */
function restore(form: HTMLFormElement, fields: Record<string, string>): void {
  for (const control of listControls(form)) {
    const value = fields[control.name];
    if (value === undefined) continue;
    if (control.type === "radio" && control instanceof HTMLInputElement) {
      control.checked ||= control.value === value;
    } else if (control.value === "") control.value = value;
  }
}

const isChecked = (control: Control) => control instanceof HTMLInputElement && control.checked;
