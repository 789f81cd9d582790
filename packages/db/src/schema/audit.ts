// The audit trail: its rows, the signatures under its ends with their public keys, the salts by which it tells a
// lead's values apart, and what checks of it found.
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface AuditTable {
  /** Position in the chain, without gaps. */
  sequence: Fixed<number>;
  at: Fixed<string>;
  actorId: Fixed<string | null>;
  action: Fixed<string>;
  subject: Fixed<string>;
  subjectId: Fixed<string>;
  siteId: Fixed<number | null>;
  /** JSON without identity values. */
  details: Fixed<string>;
  network: Fixed<string | null>;
  previousSha256: Fixed<string>;
  sha256: Fixed<string>;
}

interface AuditKeysTable {
  id: Fixed<string>;
  publicKey: Fixed<string>;
  addedAt: Fixed<string>;
}

interface AuditHeadsTable {
  sequence: Fixed<number>;
  sha256: Fixed<string>;
  keyId: Fixed<string>;
  signature: Fixed<string>;
}

interface AuditSaltsTable {
  leadId: Fixed<number>;
  salt: Fixed<string>;
}

interface AuditChecksTable {
  id: Generated<number>;
  byUserId: Fixed<string | null>;
  startedAt: Fixed<string>;
  /** When it last said how far it is: one that stays silent was cut off. */
  seenAt: string;
  endedAt: string | null;
  total: Fixed<number>;
  checked: Generated<number>;
  problem: string | null;
  brokenSequence: number | null;
}

export interface AuditTables {
  audit: AuditTable;
  auditKeys: AuditKeysTable;
  auditHeads: AuditHeadsTable;
  auditSalts: AuditSaltsTable;
  auditChecks: AuditChecksTable;
}
