// Words around a mail that a study's team writes to a person.
import { isolate } from "@studydesk/domain/isolate";

const value = (text: string) => isolate("en", text);

export const leadMessage = {
  answer: (name: string) => `You can answer this mail: it goes to ${value(name)}.`,
  ownPage:
    "On your own page you can see how far your request has come, say how you would like to be contacted, or that you do not want to be contacted any more:",
  openOwnPage: "Open my page",
  footer: (site: string) =>
    `You get this mail because you asked ${value(site)} about a study. It is about that study alone.`,
};

export type LeadMessageTexts = typeof leadMessage;
