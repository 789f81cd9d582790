// The audit chain's writer: in the change's own transaction, one after the other, each row holding
// the hash of the one before.
import { hash } from "node:crypto";
import { type AuditEntry, canonicalAuditText } from "@studydesk/domain/audit/audit-entry";
import { compileOnce } from "../compile-once";
import { lockAuditHead } from "../dialect";
import type { Db } from "../open-database";

/** What the first row holds as its predecessor's hash. */
export const auditStart = "0".repeat(64);

const findHead = compileOnce<Record<never, never>>()((db) =>
  db.selectFrom("audit").select(["sequence", "sha256"]).orderBy("sequence", "desc").limit(1),
);

const insertRow = compileOnce<{
  sequence: number;
  at: string;
  actorId: string | null;
  action: string;
  subject: AuditEntry["subject"];
  subjectId: string;
  siteId: number | null;
  details: string;
  previousSha256: string;
  sha256: string;
}>()((db, { one }) =>
  db.insertInto("audit").values({
    sequence: one("sequence"),
    at: one("at"),
    actorId: one("actorId"),
    action: one("action"),
    subject: one("subject"),
    subjectId: one("subjectId"),
    siteId: one("siteId"),
    details: one("details"),
    previousSha256: one("previousSha256"),
    sha256: one("sha256"),
  }),
);

export async function addAudit(trx: Db, entry: Omit<AuditEntry, "sequence">): Promise<void> {
  await lockAuditHead(trx);
  const [head] = await findHead(trx, {});
  const previousSha256 = head?.sha256 ?? auditStart;
  const numbered: AuditEntry = { ...entry, sequence: (head?.sequence ?? 0) + 1 };
  await insertRow(trx, {
    ...numbered,
    details: JSON.stringify(numbered.details),
    previousSha256,
    sha256: auditHash(previousSha256, numbered),
  });
}

export function auditHash(previousSha256: string, entry: AuditEntry): string {
  return hash("sha256", canonicalAuditText(previousSha256, entry));
}
