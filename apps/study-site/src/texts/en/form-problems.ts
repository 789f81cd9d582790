// What may be wrong with a field of the contact form, and what to do about it: said by the page and, as
// one leaves a field, by its script.
import type {
  SubmissionField,
  SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";

const missing: Record<SubmissionField, string> = {
  site: "Choose the study centre that you would like to write to.",
  first_name: "Enter your first name.",
  last_name: "Enter your last name.",
  email: "Enter your e-mail address, so that we can send you a copy.",
  phone: "Enter a phone number, so that the study team can call you.",
  birth_year: "Enter a year of birth, or leave the field empty.",
  language: "Choose a language.",
  message: "Write your message.",
  consent: "Tick the box. Without it nobody may contact you, and your message cannot be sent.",
};

const problems: Record<Exclude<SubmissionProblem, "missing">, string> = {
  too_long: "This is longer than we can keep. Please shorten it.",
  not_an_email: "This does not look like an e-mail address. Write it like name@example.org.",
  too_few_digits:
    "This is too short for a phone number. Write it like 202 555 0143, or with + and the country code.",
  not_a_year: "Write the year with four digits, like 1968, or leave the field empty.",
  not_a_language: "Choose a language from the list.",
  not_offered: "This study centre does not take messages now. Choose another one.",
  wording_changed: "The wording below has changed. Read it again, then tick the box.",
};

export function formProblem(field: SubmissionField, code: SubmissionProblem): string {
  return code === "missing" ? missing[field] : problems[code];
}
export type FormProblem = typeof formProblem;
