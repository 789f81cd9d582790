// Words of the copy that a visitor gets of what they sent.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";

const value = (text: string) => isolate("en", text);

export const messageCopy = {
  subject: (site: string) => `Your message to ${value(site)}`,
  title: (site: string) => `${value(site)} has your message`,
  hello: (person: { firstName: string; fullName: string }) => `Hello ${value(person.firstName)},`,
  thanks: (site: string, city: string) =>
    `thank you for asking about a study. Your message is now with the study team at ${value(site)} in ${value(city)}. This is your copy.`,
  again:
    "You had written to us about this study before. We kept both messages, and the team sees them together, so you need not send anything again.",
  next: (promise: string) =>
    `What happens next: somebody from the team will get in touch. They aim to do so ${promise}. They will tell you more about the study and ask a few questions. Asking does not commit you to anything; you can stop at any time, and you need not say why.`,
  withinHours: (n: number) =>
    n === 24 ? "within a day" : plural("en", n, { one: "within # hour", other: "within # hours" }),
  withinDays: (n: number) => plural("en", n, { one: "within # day", other: "within # days" }),
  whatYouSent: "What you sent",
  /** Between a fact's name and its value in plain text. */
  colon: ": ",
  facts: {
    study: "Study",
    name: "Name",
    email: "E-mail",
    phone: "Phone",
    language: "Language",
    message: "Message",
  },
  changed: "If something here is wrong, tell the person who calls you, or send the form once more.",
  ownPage:
    "You have a page of your own. There you can see how far your request has come, say how you would like to be contacted, or take everything back:",
  openOwnPage: "Open my page",
  keepToYourself:
    "This link is only for you. Whoever has it can see your request and erase it, so please do not pass it on.",
  studyPage: "The study's page",
  readAgain: "Read about the study again",
  urgent:
    "Nobody reads this mailbox, and the team does not answer emergencies. If you feel unwell now, call your doctor or your local emergency number.",
  footer:
    "You get this mail because this address was typed into the contact form of the study's page. If that was not you, you can ignore it.",
};

export type MessageCopyTexts = typeof messageCopy;
