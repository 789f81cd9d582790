// The words of the contact form: its fields, what may be wrong with them, and what to do about it.
import type { SubmissionField, SubmissionProblem } from "@studydesk/domain/leads/submission-input";
import { minutes, promise } from "./durations";

const fieldNames: Record<SubmissionField, string> = {
  site: "Study centre",
  first_name: "First name",
  last_name: "Last name",
  email: "E-mail",
  phone: "Phone",
  language: "Preferred language",
  message: "Your message",
  consent: "Consent",
};

/** What is wrong with a field, and what to do about it. */
function problem(field: SubmissionField, code: SubmissionProblem): string {
  if (code === "missing") return missing[field];
  return problems[code];
}

const missing: Record<SubmissionField, string> = {
  site: "Choose the study centre that you would like to write to.",
  first_name: "Enter your first name.",
  last_name: "Enter your last name.",
  email: "Enter your e-mail address, so that we can send you a copy.",
  phone: "Enter a phone number, so that the study team can call you.",
  language: "Choose a language.",
  message: "Write your message.",
  consent: "Tick the box. Without it nobody may contact you, and your message cannot be sent.",
};

const problems: Record<Exclude<SubmissionProblem, "missing">, string> = {
  too_long: "This is longer than we can keep. Please shorten it.",
  not_an_email: "This does not look like an e-mail address. Write it like name@example.org.",
  too_few_digits:
    "This is too short for a phone number. Write it like 202 555 0143, or with + and the country code.",
  not_a_language: "Choose a language from the list.",
  not_offered: "This study centre does not take messages now. Choose another one.",
  wording_changed: "The wording below has changed. Read it again, then tick the box.",
};

export const form = {
  title: "Ask about taking part",
  intro: (siteName: string, city: string) =>
    `Your message goes straight to the study team at ${siteName}, ${city}.`,
  introSeveral: "Your message goes straight to the study team of the centre you choose.",
  promise: (hours: number) => `They aim to get in touch within ${promise(hours)}.`,
  fieldNames,
  optional: "optional",
  anyLanguage: "English is fine",
  phoneHint: "With + and the country code if it is from abroad.",
  messageHint: "Please no medical details yet; the team will ask when you talk.",
  sitePromise: (hours: number) => `aims to answer within ${promise(hours)}`,
  honeypot: "Leave this field empty",
  send: "Send",
  afterSending: "You get a copy by e-mail.",
  problem,
  problemsTitle: (n: number) =>
    n === 1 ? "One thing needs another look" : `${n} things need another look`,
  problemsNote: "Nothing was sent yet, and what you typed is still here.",
  tooManyTitle: "Please wait before sending",
  tooMany: (wait: number) =>
    `Many messages came from your network in a short time, so this one was not sent yet. What you typed is still here: send it again in ${minutes(wait)}.`,
  tooManyPhone: "If you would rather not wait, use the contact of the study on this page.",
  failedTitle: "Your message was not sent",
  failed:
    "Something went wrong on our side. What you typed is still here: please send it again in a moment.",
};

export type FormTexts = typeof form;
