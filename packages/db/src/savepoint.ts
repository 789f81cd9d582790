// A part of a transaction that may fail by itself: what it wrote is gone then, and the rest goes on.
import { sql } from "kysely";
import { keepAuditTail } from "./audit/audit-tail";
import type { Db } from "./open-database";

/** Throws what `work` throws, with nothing of it written. */
export async function withSavepoint<T>(trx: Db, work: () => Promise<T>): Promise<T> {
  const restoreAuditTail = keepAuditTail(trx);
  await sql`savepoint part`.execute(trx);
  try {
    const result = await work();
    await sql`release savepoint part`.execute(trx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(trx);
    await sql`release savepoint part`.execute(trx);
    restoreAuditTail();
    throw error;
  }
}
