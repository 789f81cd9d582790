// The audit trail as a file: JSON Lines, each in one fixed spelling, so that any byte that changes is noticed.
// First what it is, then the keys, the rows with the signatures under them, and the digest of all that. The
// format is told byte for byte in docs/security/audit.md.
import { z } from "zod";
import { type AuditEntry, sortedDetails } from "./audit-entry";
import type { AuditHead, AuditKey } from "./audit-head";

export type AuditRow = AuditEntry & { previousSha256: string; sha256: string };

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/);

const headerLine = z.strictObject({
  studydeskAudit: z.literal(1),
  /** Rows of some sites alone, without keys, signatures and an end: nothing about it can be verified. */
  excerpt: z.boolean(),
  exportedAt: z.string(),
});
const keyLine = z.strictObject({ key: z.strictObject({ id: z.string(), publicKey: base64 }) });
const rowLine = z.strictObject({
  row: z.strictObject({
    sequence: z.int(),
    at: z.string(),
    actorId: z.string().nullable(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    siteId: z.int().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    network: z.string().nullable(),
    previousSha256: hex64,
    sha256: hex64,
  }),
});
const headLine = z.strictObject({
  head: z.strictObject({ sequence: z.int(), sha256: hex64, keyId: z.string(), signature: base64 }),
});
const endLine = z.strictObject({
  end: z.strictObject({
    rows: z.int(),
    heads: z.int(),
    /** Of all bytes before this line. */
    sha256: hex64,
    keyId: z.string(),
    /** Ed25519 over `auditFileText`, as base64. */
    signature: base64,
  }),
});

export type AuditFileLine =
  | z.infer<typeof headerLine>
  | { key: AuditKey }
  | { row: AuditRow }
  | { head: AuditHead }
  | z.infer<typeof endLine>;

export type AuditFileEnd = z.infer<typeof endLine>["end"];

const anyLine = z.union([rowLine, headLine, keyLine, endLine, headerLine]);

/** Undefined: no line of such a file, or not in its fixed spelling. */
export function readAuditLine(text: string): AuditFileLine | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = anyLine.safeParse(json);
  return data !== undefined && writeAuditLine(data) === text ? data : undefined;
}

/** Without the line's end, which is one "\n". */
export function writeAuditLine(line: AuditFileLine): string {
  if ("row" in line) return JSON.stringify({ row: orderRow(line.row) });
  if ("head" in line) {
    const { sequence, sha256, keyId, signature } = line.head;
    return JSON.stringify({ head: { sequence, sha256, keyId, signature } });
  }
  if ("key" in line) {
    return JSON.stringify({ key: { id: line.key.id, publicKey: line.key.publicKey } });
  }
  if ("end" in line) {
    const { rows, heads, sha256, keyId, signature } = line.end;
    return JSON.stringify({ end: { rows, heads, sha256, keyId, signature } });
  }
  const { studydeskAudit, excerpt, exportedAt } = line;
  return JSON.stringify({ studydeskAudit, excerpt, exportedAt });
}

function orderRow(row: AuditRow): AuditRow {
  return {
    sequence: row.sequence,
    at: row.at,
    actorId: row.actorId,
    action: row.action,
    subject: row.subject,
    subjectId: row.subjectId,
    siteId: row.siteId,
    details: Object.fromEntries(sortedDetails(row.details)),
    network: row.network,
    previousSha256: row.previousSha256,
    sha256: row.sha256,
  };
}

/** What is signed at a file's end. */
export function auditFileText(sha256: string): string {
  return `studydesk-audit-export-1\n${sha256}\n`;
}
