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
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Fixed order of fields, details sorted by name: the same entry gives the same bytes anywhere. */
export function canonicalAuditText(previousSha256: string, entry: AuditEntry): string {
  const details = Object.entries(entry.details).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    previousSha256,
    entry.sequence,
    entry.at,
    entry.actorId,
    entry.action,
    entry.subject,
    entry.subjectId,
    entry.siteId,
    details,
  ]);
}
