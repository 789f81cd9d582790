// Choosing what is shared and how: every note ticked by the reader, with a preview of exactly what goes.
import { visitorShareDays, visitorShareViews } from "@studydesk/domain/shares/visitor-share";
import { checkOwnPasscode, generatePasscode } from "@studydesk/sealing/passcode";
import { button, element, ownWords } from "./element";
import type { KeptNote } from "./kept-notes";
import { createShareMaker } from "./make-share";
import type { NoteStore } from "./note-store";
import { readShareWords } from "./notes-words";
import { choiceOf, labelled, textField } from "./share-fields";
import { sharePayloadOf } from "./share-payload-of";
import { sharePreview } from "./share-preview";
import { shareResult } from "./share-result";

export interface ShareRequest {
  notes: readonly KeptNote[];
  /** Ids of the notes that are ticked at first. */
  chosen: readonly string[];
  store: NoteStore;
  study: string;
}

export async function openShareDialog({
  notes,
  chosen,
  store,
  study,
}: ShareRequest): Promise<void> {
  const t = await readShareWords();
  const makeShare = createShareMaker(t, store, study);
  const ticks = notes.map((note) => {
    const tick = element("input", { type: "checkbox", checked: chosen.includes(note.id) });
    return { note, tick };
  });
  const name = textField("share-name", "nickname");
  const label = textField("share-label");
  const passcode = textField("share-passcode");
  passcode.value = generatePasscode();
  passcode.dir = "ltr";
  const days = choiceOf(
    "share-days",
    [1, 3, visitorShareDays.most],
    visitorShareDays.usual,
    t.days,
  );
  const views = choiceOf(
    "share-views",
    [1, 2, 3, visitorShareViews.most],
    visitorShareViews.usual,
    t.times,
  );
  const preview = element("div", { class: "share-preview" });
  const problem = element("p", { class: "problem", role: "alert" });
  const progress = element("p", { role: "status" });
  const bar = element("progress", { "aria-hidden": "true", hidden: true });
  const make = element("button", { class: "main" }, t.make);

  const payload = () =>
    sharePayloadOf(
      ticks.filter(({ tick }) => tick.checked).map(({ note }) => note),
      name.value,
    );
  const showPreview = () => preview.replaceChildren(...sharePreview(t, payload()));
  showPreview();

  const form = element(
    "form",
    { novalidate: true },
    element("h2", { id: "share-title" }, t.title),
    element("p", {}, t.intro),
    element(
      "fieldset",
      {},
      element("legend", {}, t.which),
      ...ticks.map(({ note, tick }) => {
        const words = ownWords(
          "span",
          note.text.length > 80 ? `${note.text.slice(0, 80)}…` : note.text,
        );
        return element("label", { class: "tick" }, tick, words);
      }),
    ),
    ...labelled(t.yourName, name, t.yourNameHint),
    ...labelled(t.passcode, passcode, t.passcodeHint),
    button(t.another, () => {
      passcode.value = generatePasscode();
    }),
    element(
      "div",
      { class: "share-pair" },
      element("div", {}, ...labelled(t.lasts, days)),
      element("div", {}, ...labelled(t.opens, views)),
    ),
    ...labelled(t.label, label, t.labelHint),
    element("h3", {}, t.preview),
    preview,
    element("p", { class: "hint" }, t.previewNote),
    problem,
    progress,
    bar,
    element(
      "div",
      { class: "note-actions" },
      make,
      button(t.cancel, () => dialog.close()),
    ),
  );
  form.addEventListener("input", () => {
    problem.textContent = "";
    showPreview();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!make.disabled) void send();
  });

  async function send() {
    const chosenNow = payload();
    if (chosenNow.notes.length === 0) return refuse(t.noneChosen);
    const strength = checkOwnPasscode(passcode.value);
    if (!strength.ok) {
      passcode.focus();
      return refuse(t.refusals[strength.reason]);
    }
    busy(true);
    const made = await makeShare(
      {
        payload: chosenNow,
        passcode: passcode.value.trim(),
        label: label.value,
        expiresInDays: Number(days.value),
        maxViews: Number(views.value),
      },
      (words) => {
        progress.textContent = words;
      },
    );
    busy(false);
    if ("problem" in made) return refuse(made.problem);
    dialog.replaceChildren(element("div", {}, ...shareResult(t, made, () => dialog.close())));
    dialog.scrollTop = 0;
    dialog.querySelector("h2")?.focus();
  }

  function refuse(words: string) {
    problem.textContent = words;
  }

  function busy(isBusy: boolean) {
    make.disabled = isBusy;
    bar.hidden = !isBusy;
    if (!isBusy) progress.textContent = "";
  }

  const dialog = element(
    "dialog",
    { class: "note-dialog", "data-notes": true, "aria-labelledby": "share-title" },
    form,
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
