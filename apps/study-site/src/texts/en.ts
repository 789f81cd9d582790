// Every word that a public page adds to the registry's own, in English. Another language is another
// object of the same type.
import type { SubmissionField, SubmissionProblem } from "@studydesk/domain/leads/submission-input";
import type { StudyType } from "@studydesk/domain/studies/imported-study";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import { faqs } from "./faqs-en";
import { statusMeanings } from "./status-meanings-en";

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function promise(hours: number): string {
  return hours <= 72 ? count(hours, "hour", "hours") : count(Math.round(hours / 24), "day", "days");
}

const studyTypes: Record<StudyType, string> = {
  INTERVENTIONAL: "Tests a treatment or procedure",
  OBSERVATIONAL: "Observes, without changing treatment",
  EXPANDED_ACCESS: "Treatment outside a study",
};

const recruiting: Record<RecruitingStatus, string> = {
  recruiting: "Recruiting",
  paused: "Paused for now",
  closed: "Closed",
};

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

export const en = {
  lang: "en",
  dateLocale: "en-GB",
  brand: "Clinical studies",
  skipToContent: "Skip to the content",
  allStudies: "All recruiting studies",
  demo: "This is a demo. Nothing you send here reaches a hospital or a study team.",
  footer:
    "Study facts come from the public registry ClinicalTrials.gov. They do not replace the advice of your doctor.",
  count,
  study: {
    updated: (date: string) => `updated ${date}`,
    askJump: "Ask about taking part",
    overview: "What this study is about",
    fromRegistry: "From the study's record in the public registry.",
    more: "Read the detailed description",
    whoCanTakePart: "Who can take part",
    inclusion: "Who may take part",
    exclusion: "Who can't take part",
    criteriaHint:
      "You need not work out alone whether you fit: the study team goes through this with you.",
    noCriteria: "The registry lists none.",
    alsoWritten: "The registry adds:",
    details: "Study details",
    conditions: "Condition",
    sponsor: "Sponsor",
    type: "Kind of study",
    types: studyTypes,
    phase: "Phase",
    ages: "Ages",
    sex: "Sex",
    healthyVolunteers: "Healthy volunteers",
    yes: "Yes",
    no: "No",
    started: "Started",
    ends: "Ends",
    status: "Status in the registry",
    registryNumber: "Registry number",
    registryRecord: (nctId: string) => `${nctId} at ClinicalTrials.gov`,
    lastUpdate: "Last update",
    officialTitle: "Full title",
    centres: "Study centres",
    moreCentres: (n: number) => `Show ${count(n, "more study centre", "more study centres")}`,
    recruiting,
    contact: "Contact of the study",
    contactHint: "As given in the registry.",
    faqs: "Common questions",
    faqHint: "About clinical studies in general.",
  },
  faqs,
  form: {
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
    tooMany: (minutes: number) =>
      `Many messages came from your network in a short time, so this one was not sent yet. What you typed is still here: send it again in ${count(minutes, "minute", "minutes")}.`,
    tooManyPhone: "If you would rather not wait, use the contact of the study on this page.",
    failedTitle: "Your message was not sent",
    failed:
      "Something went wrong on our side. What you typed is still here: please send it again in a moment.",
  },
  elsewhere: {
    title: "This study takes no messages now",
    statusMeanings,
    noSite:
      "The registry lists this study as recruiting, but none of its study centres takes messages here at the moment.",
    lastKnown: (status: string) =>
      `When the registry last heard from it, its status was “${status}”.`,
    whyStopped: (reason: string) => `The registry gives a reason: ${reason}`,
    look: "Where else to look",
    ourStudies: "Studies that are recruiting here",
    search: (condition: string) => `Recruiting studies about ${condition} in the public registry`,
    askContact: "Ask the contact of this study",
    talk: "Your doctor can also tell you about studies near you.",
    justStopped:
      "This study stopped taking messages while you were writing, so yours was not sent.",
    yourMessage: "What you wrote, to copy:",
  },
  list: {
    title: "Recruiting studies",
    intro:
      "These studies look for people to take part. Open one to read what it is about and to ask the study team.",
    none: "No study is taking messages at the moment. Please look in again later.",
    search: "Look for recruiting studies in the public registry",
    next: "Older studies",
  },
  answer: {
    title: (siteName: string) => `${siteName} has your message`,
    titleUnknown: "The study team has your message",
    sent: (siteName: string) => `Your contact details are with the study team at ${siteName}.`,
    copy: "A copy of your message is on its way to your e-mail address. If it is not there within an hour, look among the unwanted mail.",
    next: "What happens next",
    call: (hours: number) =>
      `Somebody from the study team gets in touch with you. They aim to do so within ${promise(hours)}.`,
    questions:
      "They tell you more about the study and ask a few questions, to see whether it may suit you.",
    free: "You decide in your own time. You can stop at any point and need not say why.",
    urgent:
      "Nobody watches these messages around the clock. If you feel unwell now, call your doctor or your local emergency number.",
    back: "Back to the study",
  },
  notFound: {
    title: "There is no page here",
    text: "The address may have a typing error, or the study is not listed here. Look for it among the recruiting studies, or by its number in the public registry.",
    registry: "Search ClinicalTrials.gov",
  },
  problem: {
    title: "That did not work",
    requestId: (id: string) => `If it happens again, tell the study centre this number: ${id}`,
    back: "Recruiting studies",
  },
};

export type Texts = typeof en;
