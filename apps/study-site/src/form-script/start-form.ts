// The conveniences of the contact form: checks as one goes, a draft on the device, one press that counts
// once, a message that waits out a lost connection. Without this script the same form does the same job.
import { proofField, requestKeyField } from "@studydesk/domain/leads/form-fields";
import { checkFields } from "./check-fields";
import { explainPhone } from "./explain-phone";
import { isControl, listControls, make, makeButton } from "./form-parts";
import { readFormWords } from "./form-words";
import { findKept, type KeptForm, removeKept, saveKept } from "./kept-form";
import { makeProofs, type ProofMaker } from "./make-proof";
import { postForm } from "./post-form";
import { showWaiting } from "./waiting-notice";

let proofs: ProofMaker | undefined;

/** `isAnswer`: the server showed this form just now, with what was typed in it. */
export async function startForm(form: HTMLFormElement, isAnswer = false): Promise<void> {
  const words = await readFormWords();
  proofs ??= makeProofs();
  const ended = new AbortController();
  const { signal } = ended;
  const told = make("div", "unseen");
  told.role = "status";
  form.append(told);
  const announce = (sentence: string) => {
    told.textContent = sentence;
  };
  const { problem: sentence } = words;
  const checks = checkFields({ form, signal, sentence, announce });
  explainPhone({ form, signal, words, announce });

  const found = findKept(form);
  let kept: KeptForm | undefined = found === "expired" ? undefined : found;
  const notice = make("p", "hint kept");
  const showKept = () => {
    if (notice.isConnected) return;
    const clear = makeButton("link", words.draftClear, () => {
      kept = undefined;
      removeKept(form);
      for (const control of listControls(form)) empty(control);
      notice.replaceChildren(words.draftCleared);
      announce(words.draftCleared);
    });
    notice.replaceChildren(`${words.draftKept} `, clear);
    form.append(notice);
  };
  const keep = (changes: Partial<KeptForm>) => {
    const { tried = kept?.tried, isWaiting = false } = changes;
    kept = { changedAt: Date.now(), fields: readFields(form), isWaiting, ...(tried && { tried }) };
    saveKept(form, kept);
  };
  form.addEventListener(
    "input",
    () => {
      keep({});
      notice.remove();
      showKept();
    },
    { signal },
  );

  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  const label = button?.textContent ?? "";
  let isSending = false;
  const setSending = (isNow: boolean) => {
    isSending = isNow;
    form.ariaBusy = isNow ? "true" : null;
    if (button) button.textContent = isNow ? words.sending : label;
  };

  /** False when nobody could be reached. */
  async function post(tried: { key: string; body: string }): Promise<boolean> {
    const proof = (await proofs?.ready()) ?? "";
    const body = new URLSearchParams(tried.body);
    body.set(requestKeyField, tried.key);
    body.set(proofField, proof);
    const posted = await postForm(form.action, body);
    if (posted === "unreached") return false;
    if (posted === "unknown") {
      keep({});
      form.submit();
    } else if ("to" in posted) {
      removeKept(form);
      ended.abort();
      // Who comes back finds an empty form, not one that is still being sent.
      window.addEventListener("pagehide", () => {
        form.reset();
        setSending(false);
      });
      location.assign(`${posted.to}#sent`);
    } else {
      keep({});
      ended.abort();
      await showAnswer(form, posted.shown);
    }
    return true;
  }

  const wait = (tried: { key: string; body: string }) => {
    keep({ tried, isWaiting: true });
    showWaiting({
      form,
      signal,
      words,
      tryAgain: () => post(tried),
      takeBack: () => {
        keep({});
        announce(words.takenBack);
        button?.focus();
      },
    });
  };

  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      if (isSending || !checks.checkAll()) return;
      setSending(true);
      const body = readBody(form, event.submitter);
      const before = kept?.tried;
      const tried = before?.body === body ? before : { key: newKey(), body };
      keep({ tried });
      if (await post(tried)) return;
      setSending(false);
      wait(tried);
      document.querySelector<HTMLElement>(".waiting")?.focus();
    },
    { signal },
  );

  if (found === "expired") {
    notice.replaceChildren(words.waitedTooLong);
    form.append(notice);
  }
  if (!kept || isAnswer) return;
  restore(form, kept.fields);
  showKept();
  if (kept.isWaiting && kept.tried) wait(kept.tried);
}

/** The server's answer takes the form's place, as it would without a script. */
async function showAnswer(form: HTMLFormElement, answer: Element): Promise<void> {
  form.closest("[data-answer]")?.replaceWith(answer);
  const notice = document.getElementById("problems");
  notice?.scrollIntoView({ block: "nearest" });
  notice?.focus();
  const again = answer.querySelector<HTMLFormElement>("form[data-study]");
  if (again) await startForm(again, true);
}

/** Unguessable, so that nobody finds out by it what others sent. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readBody(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
  return String(body);
}

/** What was typed and chosen, without what the page itself holds and without the consent. */
function readFields(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const control of listControls(form)) {
    const { name, type, value } = control;
    if (["hidden", "checkbox"].includes(type) || control.tabIndex < 0) continue;
    if (type === "radio" && !(control instanceof HTMLInputElement && control.checked)) continue;
    fields[name] = value;
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

function empty(control: unknown): void {
  if (!isControl(control) || control.type === "hidden") return;
  if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
    control.checked = false;
  } else control.value = "";
}
