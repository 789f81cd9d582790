// What the page behind a shared link says: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";
import { writeBack } from "./write-back";

const askForNew = "Ask the person who sent it for a new one.";

export const reader = {
  dateLocale: "en-GB",
  title: "A note was shared with you",
  intro:
    "Enter the passcode you were given. The note is unlocked on this device only; the server keeps it sealed and cannot read it.",
  passcode: "Passcode",
  passcodeHint:
    "In a passcode like 7K2M-9QXP-4T, dashes, spaces and small letters make no difference. One made of words is typed just as it was told to you.",
  open: "Open the note",
  checking: "Checking the passcode…",
  fetching: "Fetching the note…",
  incompleteLink: {
    title: "This link is not complete",
    text: "Its last part, after the #, is missing or was cut off. Open the link from your message again, or copy the whole of it into the address bar.",
  },
  notSecure: {
    title: "This page was not opened securely",
    text: "Your browser unlocks notes only on a secure address, one that begins with https://. Ask the person who sent the link for that one.",
  },
  cleared: {
    title: "The note is gone from this page",
    text: "Nothing of it was stored on this device. To read it again, open the link from your message, as long as it still opens.",
  },
  ends: {
    expired: { title: "This link has expired", text: `Its time is over. ${askForNew}` },
    used_up: {
      title: "This link was opened as often as it may be",
      text: `${askForNew} If you never opened it, tell them so.`,
    },
    revoked: {
      title: "This link was taken back",
      text: "The person who sent it closed it. Ask them if you still need the note.",
    },
    reissued: {
      title: "There is a newer link",
      text: "The person who sent this one made another in its place. Look for it in your messages, or ask them.",
    },
    too_many_failures: {
      title: "This link was closed",
      text: `Too many wrong passcodes were tried on it. ${askForNew}`,
    },
    unknown: { title: "This link no longer opens", text: askForNew },
  },
  problems: {
    empty: "Type the passcode first. It came to you by another way than the link.",
    noMatch:
      "This link and this passcode do not open a note together. Check the passcode and try again; if it stays so, ask the person who sent it.",
    offline:
      "You are offline. Your passcode is still here: connect, then open the note again. Nothing was counted.",
    unreachable:
      "The server did not answer. Check your connection and open the note again: trying again within two minutes counts as the same view.",
    failed: "The server could not answer just now. Wait a minute, then open the note again.",
    unreadable:
      "What arrived is not what was sealed, so it was not shown. Open the note again; if it stays so, ask the person who sent it for a new link.",
    noMemory:
      "This device has too little memory left to check the passcode. Close other pages and try again, or use another device.",
  },
  waitMinutes: (n: number) =>
    plural("en", n, {
      one: "Too many wrong passcodes were tried. Wait a minute, then open the note again.",
      other: "Too many wrong passcodes were tried. Wait # minutes, then open the note again.",
    }),
  waitHours: (n: number) =>
    plural("en", n, {
      one: "Too many wrong passcodes were tried. Wait an hour, then open the note again.",
      other: "Too many wrong passcodes were tried. Wait # hours, then open the note again.",
    }),
  onlyHere:
    "It is shown on this page alone: once the page is closed or reloaded, it is gone from here.",
  lastView: "This was the link's last view.",
  opensAgain: (times: number, until: string) =>
    plural("en", times, {
      one: `The link opens once more, until ${until}.`,
      other: `The link opens # more times, until ${until}.`,
    }),
  shared: (n: number) =>
    plural("en", n, { one: "Note shared with you", other: "# notes shared with you" }),
  sharedBy: (n: number, name: string) =>
    `${plural("en", n, { one: "Note", other: "# notes" })} from ${name}`,
  written: "Written ",
  from: "From ",
  newTab: (source: string) => `${source} (opens in a new tab)`,
  revision: (revision: string) => `, revision ${revision}`,
  print: "Print",
  clear: "Clear from this device",
  writeBack,
};

export type ReaderTexts = typeof reader;
