// What the page behind a request link says, where somebody outside is asked for a note.
import { plural } from "@studydesk/domain/plural";
import { reader } from "./reader";
import { type WriteBackTexts, writeBack } from "./write-back";

const { dateLocale, newTab, incompleteLink, clear } = reader;
const askForNew = "Ask the person who sent it for a new one.";

const write: WriteBackTexts = {
  ...writeBack,
  title: "Write your note",
  intro:
    "Your note is sealed on this device. Only the person who asks can read it; the server cannot. Say no more about anybody than they need.",
  text: "Your note",
  sent: "Sent, sealed. It now waits for the person who asked. You may write another.",
  problems: {
    ...writeBack.problems,
    ended:
      "This link takes no notes any more. What you wrote is still here: copy it, and ask the person who sent the link for a new one.",
    enough:
      "As many notes came by this link as it takes. What you wrote is still here: copy it, and ask the person who sent the link for a new one.",
  },
};

export const noteRequest = {
  ...{ dateLocale, newTab, incompleteLink, clear },
  title: "You are asked for a note",
  intro:
    "What is asked for is unlocked on this device only; the server keeps it sealed and cannot read it.",
  fetching: "Fetching what is asked for…",
  again: "Try again",
  askedBy: (name: string) => `${name} asks you for a note`,
  /** `until`: in words. */
  takes: (notes: number, until: string) =>
    plural("en", notes, {
      one: `This link takes one more note, until ${until}.`,
      other: `This link takes # more notes, until ${until}.`,
    }),
  whoSent: "Write only if you know who sent you this link.",
  notSecure: {
    title: "This page was not opened securely",
    text: "Your browser seals notes only on a secure address, one that begins with https://. Ask the person who sent the link for that one.",
  },
  noMatch: {
    title: "Nothing is asked for by this link",
    text: "Open the link from your message again, or copy the whole of it into the address bar. If it stays so, ask the person who sent it.",
  },
  keysExchanged: {
    title: "This link was tampered with",
    text: "What you write here might be read by somebody else, so nothing can be sent. Tell the person who sent you the link, by another way.",
  },
  changed: {
    title: "What arrived is not what was asked",
    text: "It was changed on its way, so it is not shown and nothing can be sent. Open the link again; if it stays so, tell the person who sent it.",
  },
  ends: {
    expired: { title: "This link has expired", text: `Its time is over. ${askForNew}` },
    revoked: {
      title: "This link was taken back",
      text: "The person who sent it closed it. Ask them if they still need a note.",
    },
    enough: {
      title: "This link has taken all its notes",
      text: `As many came by it as it takes. ${askForNew}`,
    },
    unknown: { title: "This link takes no notes any more", text: askForNew },
  },
  lastSent: {
    title: "Sent, sealed",
    text: "It now waits for the person who asked. It was the last note that this link takes, and nothing of it was stored on this device.",
  },
  cleared: {
    title: "Nothing is left on this page",
    text: "Neither what is asked for nor what you wrote was stored on this device. To write again, open the link from your message.",
  },
  problems: {
    unreachable: "The server did not answer. Check your connection and try again.",
    failed: "The server could not answer just now. Wait a minute, then try again.",
  },
  write,
};

export type NoteRequestTexts = typeof noteRequest;
