// Words of the mail that gives people the links to their own pages again.
import { isolate } from "@studydesk/domain/isolate";

const value = (text: string) => isolate("en", text);

export const statusLink = {
  subject: "Your private link",
  title: "Your private link",
  asked:
    "Somebody, probably you, asked for the link to what was sent to us from this address. Each request has a page of its own:",
  request: (study: string, site: string) => `${value(study)} (${value(site)})`,
  open: "Open this page",
  keepToYourself:
    "These links are only for you. Whoever has one can see the request and erase it, so please do not pass this mail on. They work for twelve months.",
  notYou: "If you did not ask for it, you need not do anything. Nothing has changed.",
  footer:
    "You get this mail because this address was typed in on our page for private links. Nobody reads answers to it.",
};

export type StatusLinkTexts = typeof statusLink;
