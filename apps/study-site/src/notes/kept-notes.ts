// What this browser keeps of a reader: notes, the draft of one, and the links that were shared. Nothing of
// it is ever sent, except what the reader seals and shares.
import type { TextAnchor } from "@studydesk/anchors/text-anchor";

export interface KeptNote {
  id: string;
  /** The study's registry number. */
  study: string;
  /** The page's title and language when it was written. */
  title: string;
  language: string;
  /** The heading that the words stand under. */
  heading: string;
  anchor: TextAnchor;
  text: string;
  /** ISO-8601 UTC. */
  writtenAt: string;
}

/** One per study: what was begun and not saved. */
export interface NoteDraft {
  study: string;
  /** Of a note that is there already. */
  noteId?: string;
  anchor: TextAnchor;
  text: string;
}

/** A link that this device made; its secret and passcode are kept nowhere. */
export interface OwnShare {
  id: string;
  revokeKey: string;
  study: string;
  label: string;
  noteCount: number;
  madeAt: string;
  expiresAt: string;
}
