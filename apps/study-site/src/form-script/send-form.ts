// One press sends one message: while it is on its way further presses count for nothing, and the same
// message goes under the same key, however often it is tried.
import { proofField, requestKeyField } from "@studydesk/domain/submissions/form-fields";
import type { FieldChecks } from "./check-fields";
import { emptyForm } from "./form-parts";
import type { FormTalk } from "./form-talk";
import type { Draft } from "./keep-draft";
import type { Tried } from "./kept-form";
import type { ProofMaker } from "./make-proof";
import { postForm } from "./post-form";
import { showWaiting } from "./waiting-notice";

interface SendOptions extends FormTalk {
  checks: FieldChecks;
  draft: Draft;
  proofs: ProofMaker;
  /** Takes the form off the page's mind. */
  end: () => void;
  showAnswer: (answer: Element) => Promise<void>;
}

export function sendForm(options: SendOptions): void {
  const { form, words, announce, signal, checks, draft, proofs, end, showAnswer } = options;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  const label = button?.textContent ?? "";
  let isSending = false;
  const setSending = (isNow: boolean) => {
    isSending = isNow;
    form.setAttribute("aria-busy", String(isNow));
    if (button) button.textContent = isNow ? words.sending : label;
  };

  /** As without a script, under the same key: nothing waits any more, and nothing goes twice. */
  function submitWhole(): void {
    const key = document.createElement("input");
    key.type = "hidden";
    key.name = requestKeyField;
    key.value = draft.tried()?.key ?? "";
    form.append(key);
    draft.keep();
    form.submit();
  }

  /** False when nobody could be reached. */
  async function send({ key, body }: Tried): Promise<boolean> {
    const fields = new URLSearchParams(body);
    fields.set(requestKeyField, key);
    fields.set(proofField, await proofs.ready());
    const posted = await postForm(form.action, fields);
    if (posted === "unreached") return false;
    if (posted === "unknown") {
      submitWhole();
    } else if ("to" in posted) {
      draft.remove();
      end();
      // Who comes back finds an empty form, not one that is still being sent.
      window.addEventListener("pagehide", () => {
        emptyForm(form);
        setSending(false);
      });
      location.assign(`${posted.to}#sent`);
    } else {
      draft.keep();
      end();
      await showAnswer(posted.shown);
    }
    return true;
  }

  function wait(tried: Tried): void {
    setSending(false);
    showWaiting({
      form,
      signal,
      words,
      tryAgain: () => send(tried),
      takeBack: () => {
        draft.keep();
        announce(words.takenBack);
        button?.focus();
      },
    });
  }

  async function press(submitter: HTMLElement | null): Promise<void> {
    if (isSending || !checks.checkAll()) return;
    setSending(true);
    const body = readBody(form, submitter);
    const before = draft.tried();
    const tried = before?.body === body ? before : { key: newKey(), body };
    // Kept before it goes: whoever closes the page now finds it on its way again.
    draft.keep({ tried, isWaiting: true });
    if (await send(tried)) return;
    wait(tried);
    document.querySelector<HTMLElement>(".waiting")?.focus();
  }
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      // Whatever fails here, the form itself does not.
      press(event.submitter).catch(submitWhole);
    },
    { signal },
  );

  async function resume(tried: Tried): Promise<void> {
    form.inert = true;
    setSending(true);
    if (!(await send(tried))) wait(tried);
  }
  const tried = draft.tried();
  if (tried && draft.isWaiting()) void resume(tried);
}

/** Unguessable: whoever knew the key of another's message could learn which study centre has it. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readBody(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    body.append(submitter.name, submitter.value);
  }
  return String(body);
}
