// A row's place in the audit chain: the digest of what it says and of the digest before it.
import { hash } from "node:crypto";
import { type AuditEntry, canonicalAuditText } from "@studydesk/domain/audit/audit-entry";

export function auditHash(previousSha256: string, entry: AuditEntry): string {
  return hash("sha256", canonicalAuditText(previousSha256, entry));
}
