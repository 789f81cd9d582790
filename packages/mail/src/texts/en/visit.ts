// Words of the mails about a visit. They name no study and no illness: a subject line and a calendar are
// read by others, too.
import { isolate } from "@studydesk/domain/isolate";

const value = (text: string) => isolate("en", text);

export const visit = {
  planned: {
    subject: (site: string, day: string) => `Your visit at ${value(site)} on ${day}`,
    title: (site: string) => `Your visit at ${value(site)}`,
    what: "We agreed on a visit. Here is when and where, so that you can look it up.",
  },
  moved: {
    subject: (site: string, day: string) => `Changed: your visit at ${value(site)}, now on ${day}`,
    title: (site: string) => `Your visit at ${value(site)} was changed`,
    what: "Your visit was changed. This is what holds now; what we wrote before holds no longer.",
  },
  cancelled: {
    subject: (site: string, day: string) => `Called off: your visit at ${value(site)} on ${day}`,
    title: (site: string) => `Your visit at ${value(site)} was called off`,
    what: "This visit will not take place. You need not come.",
  },
  reminder: {
    subject: (site: string, day: string) => `A reminder: your visit at ${value(site)} on ${day}`,
    title: (site: string) => `Your visit at ${value(site)} is soon`,
    what: "This is a reminder of your visit.",
  },
  hello: (name: string) => `Hello ${value(name)},`,
  facts: { when: "When", length: "How long", where: "Where" },
  colon: ": ",
  about: (length: string) => `about ${length}`,
  clock: (city: string) => `The time is that of ${value(city)}.`,
  calendar: "A file for your calendar comes with this mail.",
  calendarEnds: "The file that comes with this mail takes the visit out of your calendar.",
  answer: (name: string) =>
    `If you cannot come, or want to ask something, answer this mail: it goes to ${value(name)}. You can stop at any time and need not say why.`,
  ownPage: "How far your request has come stands on your own page:",
  openOwnPage: "Open my page",
  footer: (site: string) =>
    `You get this mail because you agreed with ${value(site)} on a visit. Nobody else gets it.`,
  /** In the calendar. */
  summary: (site: string) => `Visit at ${value(site)}`,
  inCalendar: (name: string) =>
    `If you cannot come, answer the mail that this came with: it goes to ${value(name)}.`,
};

export type VisitTexts = typeof visit;
