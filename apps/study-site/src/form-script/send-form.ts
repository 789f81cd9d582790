// One press sends one message: while it is on its way further presses count for nothing, and the same
// message goes under the same key, however often it is tried.
import { proofField, requestKeyField } from "@studydesk/domain/leads/form-fields";
import type { FieldChecks } from "./check-fields";
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
    form.ariaBusy = isNow ? "true" : null;
    if (button) button.textContent = isNow ? words.sending : label;
  };

  /** False when nobody could be reached. */
  async function send({ key, body }: Tried): Promise<boolean> {
    const fields = new URLSearchParams(body);
    fields.set(requestKeyField, key);
    fields.set(proofField, await proofs.ready());
    const posted = await postForm(form.action, fields);
    if (posted === "unreached") return false;
    if (posted === "unknown") {
      draft.keep();
      form.submit();
    } else if ("to" in posted) {
      draft.remove();
      end();
      // Who comes back finds an empty form, not one that is still being sent.
      window.addEventListener("pagehide", () => {
        form.reset();
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
    if (!draft.isWaiting()) draft.keep({ tried, isWaiting: true });
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

  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      if (isSending || !checks.checkAll()) return;
      setSending(true);
      const body = readBody(form, event.submitter);
      const before = draft.tried();
      const tried = before?.body === body ? before : { key: newKey(), body };
      draft.keep({ tried, isWaiting: false });
      if (await send(tried)) return;
      setSending(false);
      wait(tried);
      document.querySelector<HTMLElement>(".waiting")?.focus();
    },
    { signal },
  );
  const tried = draft.tried();
  if (tried && draft.isWaiting()) wait(tried);
}

/** Unguessable: whoever knew the key of another's message could learn which study centre has it. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readBody(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
  return String(body);
}
