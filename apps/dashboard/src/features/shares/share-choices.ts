// What the author decided about a share, and what is sealed by it: this and nothing else.
import type { ShareMemo } from "@studydesk/domain/shares/share-memo";
import type { SharePayload } from "@studydesk/sealing/share-payload";
import type { LeadFact, ShareableNote } from "./share-types";

export interface ShareChoices {
  /** For the author alone. */
  label: string;
  /** At least one. */
  notes: readonly ShareableNote[];
  /** Those whose quoted words go along. */
  quoteNoteIds: readonly number[];
  facts: readonly LeadFact[];
  /** Undefined: the recipient is not told who wrote it. */
  authorName: string | undefined;
  /** Whether the recipient may write back. */
  takesReplies: boolean;
  passcode: string;
  expiresInDays: number;
  maxViews: number;
}

/** `replyTo`: the author's browsers, for a share that takes replies. */
export function payloadOf(choices: ShareChoices, replyTo?: readonly string[]): SharePayload {
  const { notes, quoteNoteIds, facts, authorName } = choices;
  return {
    version: 1,
    notes: notes.map(({ id, body, createdAt, quote }) => ({
      text: body,
      writtenAt: createdAt,
      ...(quote && quoteNoteIds.includes(id)
        ? { quote: { text: quote.text, source: quote.source } }
        : {}),
    })),
    ...(authorName === undefined ? {} : { authorName }),
    ...(replyTo === undefined ? {} : { replyTo: [...replyTo] }),
    ...(facts.length === 0 ? {} : { about: facts.map(({ label, value }) => ({ label, value })) }),
  };
}

/** What the author's list remembers of it: which choices were made, no words of a note. */
export function memoOf(choices: ShareChoices): ShareMemo {
  return {
    label: choices.label.trim(),
    noteIds: choices.notes.map(({ id }) => id),
    quoteNoteIds: [...choices.quoteNoteIds],
    factLabels: choices.facts.map(({ label }) => label),
    isNamed: choices.authorName !== undefined,
  };
}

/** A study's words are anybody's to read; a person's own go along only when that is ticked. */
export function usualQuotes(notes: readonly ShareableNote[]): number[] {
  return notes.filter(({ quote }) => quote && !quote.isOfLead).map(({ id }) => id);
}

/** The author's mail program gets the link alone; the passcode goes another way. */
export function mailtoOf(link: string): string {
  const subject = encodeURIComponent("A note for you");
  const body = encodeURIComponent(
    `I have shared a note with you:\n${link}\n\nYou get the passcode from me by another way.`,
  );
  return `mailto:?subject=${subject}&body=${body}`;
}
