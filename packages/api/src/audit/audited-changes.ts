// What a change of a lead's columns was, from → to, for the audit trail. What says who somebody is goes in as a digest
// under the lead's own salt: two equal values look equal, and none can be read or, once the salt is gone, guessed.
import { createHmac, randomBytes } from "node:crypto";
import { addAuditSalt, findAuditSalt } from "@studydesk/db/audit/salt-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";

const identity = [
  "firstName",
  "lastName",
  "email",
  "phoneTyped",
  "language",
  "birthYear",
  "timeZone",
  "screeningNumber",
] as const;

/** Closed words, ids and times. */
const plain = ["source", "ownerId", "followUpAt", "doNotContact"] as const;

/** Digests of 128 bits: enough to tell two values of one lead apart. */
const digestLetters = 32;

/** `email.from`, `email.to` and so on, of the columns that change. Call it with the lead held. */
export async function auditedChanges(
  trx: Db,
  lead: LeadRecord,
  changes: LeadChanges,
): Promise<AuditDetails> {
  const told: Record<string, AuditDetails[string]> = {};
  for (const column of plain) {
    const to = changes[column];
    if (to === undefined || to === lead[column]) continue;
    told[`${column}.from`] = lead[column];
    told[`${column}.to`] = to;
  }
  const changed = identity.filter(
    (column) => changes[column] !== undefined && changes[column] !== lead[column],
  );
  if (changed.length === 0) return told;
  const salt = await getSalt(trx, lead.id);
  for (const column of changed) {
    told[`${column}.from`] = digest(salt, column, lead[column]);
    told[`${column}.to`] = digest(salt, column, changes[column]);
  }
  return told;
}

async function getSalt(trx: Db, leadId: number): Promise<string> {
  const known = await findAuditSalt(trx, leadId);
  if (known !== undefined) return known;
  const salt = randomBytes(32).toString("hex");
  await addAuditSalt(trx, leadId, salt);
  return salt;
}

/** Null: there was nothing. */
function digest(salt: string, column: string, value: string | number | null | undefined) {
  if (value === null || value === undefined || value === "") return null;
  const text = `${column}\n${value}`;
  return createHmac("sha256", salt).update(text).digest("hex").slice(0, digestLetters);
}
