// Private notes and the sealed shares of them: nothing here can be read without a key from elsewhere.
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";
import type { ShareEnding, ShareEventKind } from "@studydesk/domain/shares/share-state";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface NotesTable {
  id: Generated<number>;
  authorId: Fixed<string>;
  leadId: number;
  /** AES-256-GCM under the installation's key: iv, ciphertext and tag as base64url, key id first. */
  sealedBody: string;
  createdAt: Fixed<string>;
  updatedAt: string;
  version: Generated<number>;
}

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
  expiresAt: Fixed<string>;
  maxViews: Fixed<number>;
  views: Generated<number>;
  failures: Generated<number>;
  revokedAt: string | null;
  revokedBecause: ShareEnding | null;
  revokeSha256: Fixed<string | null>;
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

export interface ShareTables {
  notes: NotesTable;
  shares: SharesTable;
  shareEvents: ShareEventsTable;
}
