// Study alerts: the sign-up, the yes to it, and the reader's own page with the ways to change and to end.
import { isolate } from "@studydesk/domain/isolate";
import type { AlertField, AlertProblem } from "@studydesk/domain/subscriptions/subscription-input";
import { minutes } from "./durations";

const value = (text: string) => isolate("en", text);

const missing: Record<AlertField, string> = {
  condition: "Write what you look for.",
  place: "Write a town.",
  radius: "Choose how far you could travel.",
  email: "Enter your e-mail address: the alerts go there.",
};
const problems: Record<Exclude<AlertProblem, "missing">, string> = {
  too_long: "This is longer than we can keep. Please shorten it.",
  not_an_email: "This does not look like an e-mail address. Write it like name@example.org.",
  no_words: "Write the name of an illness, or leave the field empty for any.",
  unknown_place:
    "We know no town of this name. Check the spelling, or take a larger town close to it.",
  which_place: "Several towns bear this name. Choose yours.",
  known_already:
    "You have another alert for exactly this. Change that one, or stop one of the two.",
};

export const alerts = {
  /** Leads to the sign-up from other pages. */
  link: "Tell me by e-mail when studies like this begin to look for people",
  linkAny: "Tell me by e-mail when a study begins to look for people",
  title: "Hear of studies that open",
  intro:
    "When a study that fits begins to look for people, we write to you. You need not keep looking.",
  fromStudy: (title: string) => `You came from this study: ${value(title)}`,
  fieldNames: {
    condition: "Illness or condition",
    place: "Town",
    radius: "How far you could travel",
    email: "E-mail",
  } satisfies Record<AlertField, string>,
  language: "Language of the mails",
  conditionHint:
    "Choose from the list or write your own, by its usual name. Leave it empty to hear of every study.",
  placeHint: "Leave it empty for anywhere.",
  honeypot: "Leave this field empty",
  problem: (field: AlertField, code: AlertProblem) =>
    code === "missing" ? missing[field] : problems[code],
  problemsTitle: (n: number) =>
    n === 1 ? "One thing needs another look" : `${n} things need another look`,
  tooManyTitle: "Please wait a little",
  tooMany: (wait: number) =>
    `Many people signed up from your network in a short time. What you typed is still here: send it again in ${minutes(wait)}.`,
  send: "Send me alerts",
  afterSending: "First you get a mail with a link. Nothing begins before you say yes there.",
  asked: {
    title: "Now look into your mail",
    text: "If this address is right, a mail is on its way: confirm there. Only then do the alerts begin.",
    unwanted: "If it is not there within an hour, look among the unwanted mail, or sign up again.",
  },
  confirm: {
    title: "Do you want these alerts?",
    button: "Yes, send me these alerts",
    otherwise: "If you do not want them, close this page: nothing will be sent.",
  },
  confirmed: {
    title: "Your alerts have begun",
    text: "We write to you when a study that fits begins to look for people.",
    openNow: "These fit and look for people already",
    change: "Change or stop this alert",
  },
  preferences: {
    title: "Your study alert",
    now: "We write to you when a study opens that fits this:",
    saved: "Saved. From now on this is what you hear of.",
    change: "Change it",
    save: "Save",
    stop: "Stop this alert",
    stopHint: "Other alerts that you have go on.",
    erase: "Forget me",
    eraseHint:
      "Stops every alert of your address and deletes the address with all that we keep about the alerts.",
  },
  unsubscribe: {
    title: "Stop all study alerts?",
    text: "You will get no more study alerts at this address.",
    button: "Stop all study alerts",
  },
  ended: {
    title: "The alerts have stopped",
    text: "We send nothing more about this. You can sign up again whenever you like.",
  },
  forgotten: {
    title: "You are forgotten",
    text: "Your address and everything about your alerts are deleted here. What you may have written to a study team is another matter and stays with that team.",
  },
  gone: {
    title: "This link opens nothing",
    text: "It is not complete, it is too old, or what it belonged to has ended. No alerts are sent by it.",
    again: "Sign up for study alerts",
  },
};

export type AlertsTexts = typeof alerts;
