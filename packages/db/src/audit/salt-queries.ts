// The salt under which the audit trail tells the values of one lead apart. It is deleted with the person's data: from
// then on the digests in the trail can be compared with nothing.
import type { Db } from "../open-database";

export async function findAuditSalt(trx: Db, leadId: number): Promise<string | undefined> {
  const row = await trx
    .selectFrom("auditSalts")
    .select("salt")
    .where("leadId", "=", leadId)
    .executeTakeFirst();
  return row?.salt;
}

/** Call it with the lead held: nobody else makes one meanwhile. */
export async function addAuditSalt(trx: Db, leadId: number, salt: string): Promise<void> {
  await trx.insertInto("auditSalts").values({ leadId, salt }).execute();
}
