// What sharing notes says: before, while and after they are sealed.
import { plural } from "@studydesk/domain/plural";

export const notesShare = {
  dateLocale: "en-GB",
  title: "Share with a passcode",
  intro:
    "Your notes are sealed on this device. They open only with the link and the passcode together. We cannot read them.",
  which: "Which notes",
  yourName: "Your name, if you like",
  yourNameHint: "Whoever opens the link sees it.",
  label: "A name for your own list, if you like",
  labelHint: "Only you see it, such as “for my daughter”.",
  lasts: "The link works for",
  days: (n: number) => plural("en", n, { one: "# day", other: "# days" }),
  opens: "It can be opened",
  times: (n: number) => plural("en", n, { one: "once", other: "# times" }),
  passcode: "Passcode",
  passcodeHint: "Made for you. You may type one of your own, of at least 8 characters.",
  another: "Make another",
  preview: "Exactly this is shared",
  previewNote: "Nothing else goes along: not who you are, not your other notes.",
  from: (name: string) => `From ${name}`,
  written: (date: string) => `Written ${date}`,
  make: "Seal and make a link",
  cancel: "Cancel",
  sealing: "Sealing on this device… this takes a moment.",
  keeping: "Keeping the sealed copy…",
  noneChosen: "Choose at least one note.",
  refusals: {
    too_short: "This passcode is too short. Use at least 8 characters, or the one made for you.",
    common: "This passcode is one that people try first. Choose another, or the one made for you.",
    malformed: "These notes could not be sealed as they are. Choose others, or write them anew.",
    too_large: "These are more notes than one link can hold (32 kB). Share fewer at a time.",
    no_memory: "This device could not seal the notes. Close other pages and try again.",
  },
  offline: "There is no connection. Nothing is lost: connect, then press the button again.",
  throttled: (minutes: number) =>
    plural("en", minutes, {
      one: "Many links were made just now. Wait a minute, then press the button again. Nothing is lost.",
      other:
        "Many links were made just now. Wait # minutes, then press the button again. Nothing is lost.",
    }),
  failed: "The server could not keep it just now. Nothing is lost: press the button again.",
  readyTitle: "Your link is ready",
  ways: "Send the two by different ways: the link by e-mail, for example, and the passcode by phone. Whoever has both can read the notes.",
  onlyNow: "The link and the passcode are shown only now. Copy both before you close this.",
  link: "Link",
  copyLink: "Copy the link",
  copyPasscode: "Copy the passcode",
  copied: "Copied",
  notCopied: "It could not be copied. Mark it and copy it yourself.",
  qr: "The link as a QR code",
  sendLink: "Send the link",
  mailLink: "Send the link by e-mail",
  mailSubject: "Notes for you",
  mailText: (link: string) =>
    `Here are notes for you. I will give you the passcode another way.\n\n${link}`,
  done: "Done",
  noteCount: (n: number) => plural("en", n, { one: "# note", other: "# notes" }),
  made: (date: string) => `made ${date}`,
  active: (times: number, until: string) =>
    plural("en", times, {
      one: `Opens once more, until ${until}.`,
      other: `Opens # more times, until ${until}.`,
    }),
  expired: "It has expired.",
  used_up: "It was opened as often as it may be.",
  revoked: "You took it back. Nobody can open it.",
  locked: "It was closed after too many wrong passcodes.",
  gone: "It is over and was deleted.",
  unknown: "How it stands could not be asked just now.",
  neverOpened: "Not opened yet.",
  opened: (views: number, last: string) =>
    plural("en", views, {
      one: `Opened once, on ${last}.`,
      other: `Opened # times, last on ${last}.`,
    }),
  wrong: (n: number) =>
    plural("en", n, {
      one: "One wrong passcode was tried.",
      other: "# wrong passcodes were tried.",
    }),
  takeBack: "Take it back",
  takenBack: "Taken back: the link no longer opens.",
  notTakenBack: "It could not be taken back just now. Check your connection and try again.",
  forget: "Remove from this list",
};

export type NotesShareTexts = typeof notesShare;
