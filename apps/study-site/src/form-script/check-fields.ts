// Checks a field as one leaves it, by the server's own rules: nothing is said while somebody types for the
// first time, and what was wrong goes away as soon as it is mended.

import { cleanLine, cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import {
  isTypedField,
  problemOf,
  type SubmissionField,
  type SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";
import { type Control, describe, listControls, make } from "./form-parts";
import type { FormTalk } from "./form-talk";

export interface FieldChecks {
  /** Shows what is wrong anywhere and goes to the first of it; true when nothing is. */
  checkAll(): boolean;
}

export function checkFields({ form, signal, words, announce }: FormTalk): FieldChecks {
  const { problem: sentence } = words;
  const edited = new WeakSet<Control>();

  /** True when nothing is wrong with it. */
  function check(control: Control): boolean {
    const field = fieldOf(control);
    const problem = field && findProblem(control, form);
    if (!field || !problem) {
      show(control, undefined);
      return true;
    }
    show(control, sentence(field, problem));
    return false;
  }

  form.addEventListener(
    "input",
    ({ target }) => {
      const control = listControls(form).find((each) => each === target);
      if (!control) return;
      edited.add(control);
      // Mended, or wrong in another way than it says: judged anew only where it was wrong already.
      if (isShownWrong(control)) check(control);
    },
    { signal },
  );
  form.addEventListener(
    "focusout",
    ({ target }) => {
      const control = listControls(form).find((each) => each === target);
      if (!control || !edited.has(control) || isShownWrong(control)) return;
      const field = fieldOf(control);
      const problem = findProblem(control, form);
      if (check(control) || !field || !problem) return;
      announce(sentence(field, problem));
    },
    { signal },
  );

  return {
    checkAll() {
      const wrong = listControls(form).filter((control) => !check(control));
      wrong[0]?.focus();
      return wrong.length === 0;
    },
  };
}

function fieldOf({ name }: Control): SubmissionField | undefined {
  if (isTypedField(name)) return name;
  return name === "consent" || name === "site" ? name : undefined;
}

function findProblem(control: Control, form: HTMLFormElement): SubmissionProblem | undefined {
  const { name, value } = control;
  if (isTypedField(name)) {
    const typed = name === "message" ? cleanParagraphs(value) : cleanLine(value);
    return problemOf(name, typed, new Date());
  }
  return new FormData(form).has(name) ? undefined : "missing";
}

function isShownWrong(control: Control): boolean {
  return document.getElementById(problemId(control)) !== null;
}

const problemId = ({ name }: Control) => `${name}-problem`;

/** Where the page itself puts it, so that a form that came back looks the same. */
function show(control: Control, sentence: string | undefined): void {
  const id = problemId(control);
  const box = control.closest(".field");
  const described = box instanceof HTMLFieldSetElement ? box : control;
  const shown = document.getElementById(id);
  box?.classList.toggle("has-problem", sentence !== undefined);
  describe(described, id, sentence !== undefined);
  if (sentence === undefined) {
    control.removeAttribute("aria-invalid");
    shown?.remove();
    return;
  }
  if (described === control) control.setAttribute("aria-invalid", "true");
  if (shown) {
    shown.textContent = sentence;
    return;
  }
  const problem = make("p", "wrong", sentence);
  problem.id = id;
  const legend = box?.querySelector("legend");
  if (legend) legend.after(problem);
  else (control.closest(".choice") ?? control).before(problem);
}
