// A signed audit trail for tests: changes of one and of two rows by turns.
import { addAudit, type NewAuditEntry } from "@studydesk/db/audit/audit-queries";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { createAuditSigner } from "../audit/create-audit-signer";

export const testSigner = createAuditSigner(Buffer.alloc(32, 9));

/** Its first transaction brings in the key: one row more. */
export async function buildAuditTrail(db: Db, transactions: number): Promise<void> {
  setAuditSigner(db, testSigner);
  for (let index = 0; index < transactions; index++) {
    await inTransaction(db, async (trx) => {
      for (let row = 0; row <= index % 2; row++) await addAudit(trx, madeUpEntry(index, row));
    });
  }
}

export function madeUpEntry(index: number, row: number): NewAuditEntry {
  return {
    at: new Date(Date.UTC(2026, 8, 1, 12) + index * 60_000).toISOString(),
    actorId: "kim",
    action: "lead.status_changed",
    subject: "lead",
    subjectId: String(100 + index),
    siteId: 1,
    details: { from: "new", to: "contacting", reason: null, row },
  };
}
