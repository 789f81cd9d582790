// The words of the contact form.
import type { SubmissionField } from "@studydesk/domain/submissions/submission-rules";
import { minutes, promise } from "./durations";
import { formProblem } from "./form-problems";

const fieldNames: Record<SubmissionField, string> = {
  site: "Study centre",
  first_name: "First name",
  last_name: "Last name",
  email: "E-mail",
  phone: "Phone",
  birth_year: "Year of birth",
  language: "Preferred language",
  message: "Your message",
  consent: "Consent",
};

export const form = {
  title: "Ask about taking part",
  intro: (siteName: string, city: string) =>
    `Your message goes straight to the study team at ${siteName}, ${city}.`,
  introSeveral: "Your message goes straight to the study team of the centre you choose.",
  fieldNames,
  /** A name is given and read in this order. */
  familyNameFirst: false,
  optional: "optional",
  anyLanguage: "English is fine",
  phoneHint: "With + and the country code if it is from abroad.",
  /** `ages` as the study's facts show them: "18–80 years". */
  birthYearHint: (ages: string) =>
    `Of the person who would take part. Ages in this study: ${ages}.`,
  messageHint: "Please no medical details yet; the team will ask when you talk.",
  sitePromise: (hours: number) => `aims to answer within ${promise(hours)}`,
  honeypot: "Leave this field empty",
  send: "Send",
  afterSending: "You get a copy by e-mail.",
  problem: formProblem,
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
  tooLargeTitle: "This is too much for one message",
  tooLarge:
    "What you sent is so large that it could not be read, so nothing was sent on and it is not shown here. If your browser has a way back, your text is most likely still there. Please shorten it and send it again.",
  outsideTitle: "This study takes people of other ages",
  outside: (ages: string) =>
    `Thank you for wanting to help. Ages in this study: ${ages}. With the year of birth that you gave, taking part will most likely not be possible. Nothing was sent or kept so far.`,
  outsideOthers: "These studies take people of that age:",
  outsideLook: "See all recruiting studies",
  outsideStill:
    "Would you still like to write to the study team, for example for somebody else? What you typed is below.",
  sendAllTheSame: "Send it all the same",
};

export type FormTexts = typeof form;
