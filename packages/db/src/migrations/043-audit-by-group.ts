// Rows of one kind, newest first, also where they are few among many: the kind is an action's part before its dot.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const group =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql`split_part(action, '.', 1)`
      : sql`substr(action, 1, instr(action, '.') - 1)`;
  await sql`create index "auditByGroup" on audit ((${group}), sequence)`.execute(db);
}
