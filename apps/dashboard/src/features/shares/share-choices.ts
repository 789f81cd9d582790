// What the author decided about a share, and what is sealed by it: this and nothing else.
import type { ShareMemo } from "@studydesk/domain/shares/share-memo";
import type { SharePayload } from "@studydesk/sealing/share-payload";
import type { LeadFact, ShareableNote } from "./share-types";

export interface ShareChoices {
  note: ShareableNote;
  facts: readonly LeadFact[];
  /** Undefined: the recipient is not told who wrote it. */
  authorName: string | undefined;
  passcode: string;
  expiresInDays: number;
  maxViews: number;
}

export function payloadOf(choices: ShareChoices): SharePayload {
  const { note, facts, authorName } = choices;
  return {
    version: 1,
    notes: [{ text: note.body, writtenAt: note.createdAt }],
    ...(authorName === undefined ? {} : { authorName }),
    ...(facts.length === 0 ? {} : { about: facts.map(({ label, value }) => ({ label, value })) }),
  };
}

/** What the server keeps sealed for the author alone. */
export function memoOf({ note, facts, authorName }: ShareChoices): ShareMemo {
  return {
    label: "",
    noteIds: [note.id],
    factLabels: facts.map(({ label }) => label),
    isNamed: authorName !== undefined,
    quoteNoteIds: [],
  };
}

/** The author's mail program gets the link alone; the passcode goes another way. */
export function mailtoOf(link: string): string {
  const subject = encodeURIComponent("A note for you");
  const body = encodeURIComponent(
    `I have shared a note with you:\n${link}\n\nYou get the passcode from me by another way.`,
  );
  return `mailto:?subject=${subject}&body=${body}`;
}
