// What the reader's own notes say, until something is shared.
import { plural } from "@studydesk/domain/plural";
import { quoted } from "../quoted";

export const notes = {
  dateLocale: "en-GB",
  title: "Your notes",
  addNote: "Add a note",
  attachHere: "Attach the note here",
  onlyYou: "Only you can see this, on this device.",
  empty:
    "You have no notes on this page yet. Select some words to write one, or use “Add a note” beside a text.",
  newNote: "New note",
  editNote: "Edit your note",
  attachNote: "Attach your note again",
  passage: "The text",
  passageHint: "Select the words that your note is about, or leave it: then it is about all of it.",
  about: (quote: string) => `Your note is about ${quoted("en", quote)}`,
  tooLong: "A note can be about 1,000 characters at most. It is about the first 1,000 now.",
  note: "Your note",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  edit: "Edit",
  remove: "Delete",
  undo: "Undo",
  emptyNote: "Write something first, then save it.",
  saved: "Your note is saved on this device.",
  deleted: "The note is deleted.",
  number: (n: number) => `Note ${n}`,
  numberOn: (n: number, quote: string) => `Note ${n} on ${quoted("en", quote)}`,
  show: "Show in the text",
  written: (date: string) => `Written ${date}`,
  changed: (changes: string) => `The text changed here: ${changes}. Look again.`,
  became: (was: string, now: string) => `${was} became ${now}`,
  cameIn: (now: string) => `${quoted("en", now)} was added`,
  wentOut: (was: string) => `${quoted("en", was)} was taken out`,
  looked: "I have looked",
  mayHaveMoved: "The text here was rewritten. This is probably the place you meant.",
  orphan: "The words that this note was about are not on this page any more.",
  attachAgain: "Attach again",
  attaching: "Select the words that the note belongs to now, or use “Add a note” beside a text.",
  otherLanguage: (language: string) =>
    `You wrote this on the page in another language: ${language}.`,
  openThere: "Open that page",
  draft: "You began a note and did not save it.",
  goOn: "Go on writing",
  discard: "Discard it",
  clear: "Clear my notes",
  clearHint:
    "Your notes stay in this browser until you delete them. Does somebody else use this device? Then clear them when you are done.",
  clearAsk: (n: number) =>
    plural("en", n, {
      one: "Clear your one note? It cannot be brought back.",
      other: "Clear all # notes, on every study? They cannot be brought back.",
    }),
  clearYes: "Yes, clear them",
  clearNo: "Keep them",
  cleared: "All your notes are gone from this device.",
  saveFile: "Save as a file",
  notKept:
    "This browser keeps nothing just now (a private window, or no space left). Your notes last until you close this page.",
  share: "Share with a passcode",
  shares: "Links you shared",
  notLoaded: "This part could not be loaded. Check your connection and try again.",
};

export type NotesTexts = typeof notes;
