// Sealed shares of notes, and what comes back: nothing here can be read without a key from elsewhere.
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";
import type { ShareEnding, ShareEventKind } from "@studydesk/domain/shares/share-state";
import type { ColumnType, Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

interface SharesTable {
  id: Generated<number>;
  idSha256: Fixed<string>;
  linkProofSha256: Fixed<string>;
  authKeySha256: Fixed<string>;
  iv: Fixed<string>;
  /** Empty once the person it was about was erased, or the visitor took it back. */
  ciphertext: string;
  /** Neither owner nor lead: a visitor's, looked after by whoever holds its revoke key. */
  ownerId: Fixed<string | null>;
  leadId: number | null;
  createdAt: Fixed<string>;
  expiresAt: string;
  maxViews: number;
  views: Generated<number>;
  failures: Generated<number>;
  revokedAt: string | null;
  revokedBecause: ShareEnding | null;
  revokeSha256: Fixed<string | null>;
  /** Somebody's share is of notes on a lead or on a study. */
  studyId: Fixed<number | null>;
  /** What the owner wants to remember of it, sealed under the installation's key. */
  sealedMemo: string | null;
  takesReplies: ColumnType<Flag, Flag | undefined, never>;
}

interface ShareEventsTable {
  id: Generated<number>;
  shareId: Fixed<number>;
  at: Fixed<string>;
  kind: Fixed<ShareEventKind>;
  /** SHA-256 of the opener's nonce: a repeat within two minutes is the same view. */
  nonceSha256: Fixed<string | null>;
  /** As told by the browser; no more than that. */
  device: Fixed<ShareDevice | null>;
}

/** Public halves of the keys that a person's browsers keep: answers are sealed to them. */
interface ReplyKeysTable {
  id: Generated<number>;
  ownerId: Fixed<string>;
  publicKey: Fixed<string>;
  browser: Fixed<string>;
  createdAt: Fixed<string>;
  usedAt: string;
}

/** A link by which somebody from outside is asked for a note. */
interface NoteRequestsTable {
  id: Generated<number>;
  idSha256: Fixed<string>;
  linkProofSha256: Fixed<string>;
  ownerId: Fixed<string>;
  leadId: number | null;
  studyId: Fixed<number | null>;
  /** JSON list; the link holds its digest, so that no other keys can be slipped in. */
  publicKeys: Fixed<string>;
  /** What is asked for, sealed in the browser under the link's secret. */
  iv: Fixed<string>;
  ciphertext: string;
  sealedLabel: string | null;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  maxNotes: Fixed<number>;
  received: Generated<number>;
  revokedAt: string | null;
  revokedBecause: "owner" | "admin" | "account_closed" | null;
}

/** Sealed to its owner's browsers, until one of them makes a note of it. */
interface ReceivedNotesTable {
  id: Generated<number>;
  ownerId: Fixed<string>;
  leadId: number | null;
  studyId: Fixed<number | null>;
  shareId: Fixed<number | null>;
  requestId: Fixed<number | null>;
  nonceSha256: Fixed<string>;
  sealed: Fixed<string>;
  receivedAt: Fixed<string>;
}

export interface ShareTables {
  shares: SharesTable;
  shareEvents: ShareEventsTable;
  replyKeys: ReplyKeysTable;
  noteRequests: NoteRequestsTable;
  receivedNotes: ReceivedNotesTable;
}
