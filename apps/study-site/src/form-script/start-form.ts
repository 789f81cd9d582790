// The conveniences of the contact form: checks as one goes, a draft on the device, one press that counts
// once, a message that waits out a lost connection. Without this script the same form does the same job.
import { checkFields } from "./check-fields";
import { explainPhone } from "./explain-phone";
import { make } from "./form-parts";
import { readFormWords } from "./form-words";
import { keepDraft } from "./keep-draft";
import { makeProofs, type ProofMaker } from "./make-proof";
import { sendForm } from "./send-form";

let proofs: ProofMaker | undefined;

/** `hasAnswer`: the server showed this form just now, with what was typed in it. */
export async function startForm(form: HTMLFormElement, hasAnswer = false): Promise<void> {
  const words = await readFormWords();
  proofs ??= makeProofs();
  const ended = new AbortController();
  const told = make("div", "unseen");
  told.setAttribute("role", "status");
  form.append(told);
  const talk = {
    form,
    words,
    signal: ended.signal,
    announce: (sentence: string) => {
      told.textContent = sentence;
    },
  };
  const checks = checkFields(talk);
  explainPhone(talk);
  sendForm({
    ...talk,
    checks,
    draft: keepDraft(talk, hasAnswer),
    proofs,
    end: () => ended.abort(),
    showAnswer: (answer) => showAnswer(form, answer),
  });
}

/** The server's answer takes the form's place, as it would without a script. */
async function showAnswer(form: HTMLFormElement, answer: Element): Promise<void> {
  form.closest("[data-answer]")?.replaceWith(answer);
  const notice = document.getElementById("problems");
  notice?.scrollIntoView({ block: "nearest" });
  notice?.focus({ preventScroll: true });
  const again = answer.querySelector<HTMLFormElement>("form[data-study]");
  if (again) await startForm(again, true);
}
