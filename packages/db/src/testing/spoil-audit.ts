// Spoils an audit trail in tests, past its triggers, as somebody with the database's own tools could.
import { sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

export async function spoilAudit(db: Db, ...statements: readonly string[]): Promise<void> {
  if (engineOf(db) === "postgres") {
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await tryStatements(trx, ...statements);
    });
    return;
  }
  await sql`pragma foreign_keys = off`.execute(db);
  const { rows } = await sql<{ name: string }>`select name from sqlite_master
    where type = 'trigger' and tbl_name in ('audit', 'auditHeads', 'auditKeys')`.execute(db);
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
  await tryStatements(db, ...statements);
}

/** With the triggers in place. */
export async function tryStatements(db: Db, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
