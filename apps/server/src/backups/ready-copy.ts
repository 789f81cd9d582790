// Makes a restored copy fit to be served, before it is swapped in: brought up to this version, its audit trail
// checked, under the keys that are at hand, with nobody signed in and a row of the audit trail that says from
// where it goes on.
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import type { NoteKeyring } from "@studydesk/api/notes/note-keyring";
import { requireNoteKeys } from "@studydesk/api/notes/require-note-keys";
import type { SecretKeys } from "@studydesk/api/secret-keys";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { markMailSent } from "@studydesk/db/backups/after-restore-queries";
import type { ChangesSince } from "@studydesk/db/backups/claim-database";
import type { DatabaseFacts } from "@studydesk/db/backups/database-facts";
import { migrate } from "@studydesk/db/migrate";
import { inTransaction, openDatabase } from "@studydesk/db/open-database";
import { recordRestored } from "./record-restored";
import { type FittingAnchors, findFittingAnchors } from "./set-anchors-back";

export interface ReadyCopy {
  /** How many mails are kept from going out a second time. */
  mailNotSentAgain: number;
  anchors: FittingAnchors;
}

export interface RestoreKeys {
  audit: SecretKeys["audit"];
  notes: NoteKeyring;
}

interface Parts {
  at: Date;
  keys: RestoreKeys;
  /** Of the backup. */
  facts: DatabaseFacts;
  since: ChangesSince | undefined;
  /** Where the audit trail's ends are kept outside. */
  anchorFile: string | undefined;
  onProgress(done: number, total: number): void;
}

/** Throws sentences. */
export async function readyCopy(copy: string, parts: Parts): Promise<ReadyCopy> {
  const { keys, facts, since, anchorFile, onProgress } = parts;
  const at = parts.at.toISOString();
  const db = openDatabase(copy);
  try {
    await migrate(db);
    await verifyDatabase(db, { onProgress });
    await requireNoteKeys(db, keys.notes, at);
    const anchors =
      anchorFile === undefined
        ? { anchors: [], misfits: 0 }
        : await findFittingAnchors(anchorFile, db);
    setAuditSigner(db, createAuditSigner(keys.audit));
    const mailNotSentAgain = await inTransaction(db, async (trx) => {
      const marked = await markMailSent(trx, since?.sentMail ?? [], at);
      await recordRestored(trx, { at, from: facts.auditHead, replaced: since?.head ?? null });
      return marked;
    });
    return { mailNotSentAgain, anchors };
  } finally {
    await db.destroy();
  }
}
