// The audit chain's writer: in the change's own transaction, one after the other, each row holding
// the hash of the one before.
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { type AuditEntry, auditStart } from "@studydesk/domain/audit/audit-entry";
import { compileOnce } from "../compile-once";
import { lockAuditHead } from "../dialect";
import type { Db } from "../open-database";
import { auditHash } from "./audit-hash";
import { findAuditNetwork } from "./audit-origin";
import { findAuditTail, setAuditTail } from "./audit-tail";

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
  network: string | null;
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
    network: one("network"),
    previousSha256: one("previousSha256"),
    sha256: one("sha256"),
  }),
);

/** What a caller says; its place in the chain and the network it came from are seen to here. */
export type NewAuditEntry = Omit<AuditEntry, "sequence" | "network" | "action"> & {
  action: AuditAction;
};

export async function addAudit(trx: Db, entry: NewAuditEntry): Promise<void> {
  await lockAuditHead(trx);
  const head = findAuditTail(trx) ?? (await findAuditHead(trx));
  const previousSha256 = head?.sha256 ?? auditStart;
  const numbered: AuditEntry = {
    ...entry,
    sequence: (head?.sequence ?? 0) + 1,
    network: findAuditNetwork(),
  };
  const sha256 = auditHash(previousSha256, numbered);
  await insertRow(trx, {
    ...numbered,
    details: JSON.stringify(numbered.details),
    previousSha256,
    sha256,
  });
  setAuditTail(trx, { sequence: numbered.sequence, at: numbered.at, sha256 });
}

export async function findAuditHead(
  db: Db,
): Promise<{ sequence: number; sha256: string } | undefined> {
  const [head] = await findHead(db, {});
  return head;
}
