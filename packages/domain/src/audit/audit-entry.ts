// The audit chain's canonical form: what is hashed, byte for byte. No identity values, only ids, field
// names and closed words, so that erasing a person never needs to touch the chain.

export interface AuditEntry {
  sequence: number;
  /** ISO-8601 UTC. */
  at: string;
  /** User id; null when nobody was signed in (a visitor, the program itself). */
  actorId: string | null;
  /** What was done: `lead.status_changed`. */
  action: string;
  /** What it was done to: `lead`, with its id. */
  subject: string;
  subjectId: string;
  siteId: number | null;
  /** Closed words, ids, field names; flat, so that its order can be fixed. */
  details: AuditDetails;
  /** Shortened network of whoever asked; null where no request did, and in rows from before it was kept. */
  network: string | null;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What the first row holds as its predecessor's hash. */
export const auditStart = "0".repeat(64);

/**
 * Fixed order of fields, details sorted by name: the same entry gives the same bytes anywhere. The network
 * stands last and only where there is one, so that rows from before it was kept have the bytes they had.
 */
export function canonicalAuditText(previousSha256: string, entry: AuditEntry): string {
  const fields = [
    previousSha256,
    entry.sequence,
    entry.at,
    entry.actorId,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.siteId,
    sortedDetails(entry.details),
  ];
  return JSON.stringify(entry.network === null ? fields : [...fields, entry.network]);
}

/** By name, in the order of UTF-16 code units. */
export function sortedDetails(details: AuditDetails): [string, AuditDetails[string]][] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}
