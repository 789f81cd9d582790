// The audit chain's writer: in the change's own transaction, one after the other, each row holding
// the hash of the one before.
import { createHash } from "node:crypto";
import { type AuditEntry, canonicalAuditText } from "@studydesk/domain/audit/audit-entry";
import { lockAuditHead } from "../dialect";
import type { Db } from "../open-database";

/** What the first row holds as its predecessor's hash. */
export const auditStart = "0".repeat(64);

export async function addAudit(trx: Db, entry: Omit<AuditEntry, "sequence">): Promise<void> {
  await lockAuditHead(trx);
  const head = await trx
    .selectFrom("audit")
    .select(["sequence", "sha256"])
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const previousSha256 = head?.sha256 ?? auditStart;
  const numbered: AuditEntry = { ...entry, sequence: (head?.sequence ?? 0) + 1 };
  await trx
    .insertInto("audit")
    .values({
      ...numbered,
      details: JSON.stringify(numbered.details),
      previousSha256,
      sha256: auditHash(previousSha256, numbered),
    })
    .execute();
}

export function auditHash(previousSha256: string, entry: AuditEntry): string {
  return createHash("sha256").update(canonicalAuditText(previousSha256, entry)).digest("hex");
}
