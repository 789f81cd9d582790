// What stands around every page, and the pages for when there is nothing to show.

import { isolate } from "@studydesk/domain/isolate";
import { localeOf } from "@studydesk/domain/public-language";

export const frame = {
  dateLocale: localeOf("en"),
  /** Between the parts of a place. */
  comma: ", ",
  brand: "Clinical studies",
  skipToContent: "Skip to the content",
  allStudies: "Recruiting studies",
  yourNotes: "Your notes",
  addNote: "Add a note",
  noteInvitation:
    "Select any words on this page to write a note on them. Only you can see your notes; you can share them with a passcode.",
  notesNotLoaded: "Your notes could not be loaded. Check your connection and try again.",
  languages: "Language",
  demo: "This is a demo. Nothing you send here reaches a hospital or a study team.",
  footer:
    "Study facts come from the public registry ClinicalTrials.gov. They do not replace the advice of your doctor.",
  notFound: {
    title: "There is no page here",
    text: "The address may have a typing error, or the study is not listed here. Look for it among the recruiting studies, or by its number in the public registry.",
    registry: "Search ClinicalTrials.gov",
  },
  problem: {
    title: "That did not work",
    tooLarge: "What was sent is larger than we can take. Please shorten it and send it again.",
    tooMany:
      "Many requests came from your network in a short time. Please wait a few minutes, then try again.",
    notTaken: "What was sent could not be taken. Go back, load the page again and try once more.",
    broken: "Something went wrong on our side. Please try again in a moment.",
    requestId: (id: string) =>
      `If it happens again, tell the study centre this number: ${isolate("en", id)}`,
    back: "Recruiting studies",
  },
};

export type FrameTexts = typeof frame;
