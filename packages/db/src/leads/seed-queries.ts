// Bulk writing of made-up leads whose ids are known beforehand: thousands of rows a second, and the
// next real row gets the next free id.
import { sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow, Schema } from "../schema";

type SeededTable = "leads" | "submissions" | "consents" | "contactAttempts" | "activities";

/** The highest id given out so far in each table that the made-up rows refer to. */
export async function findHighestIds(
  db: Db,
): Promise<{ lead: number; submission: number; attempt: number }> {
  const highest = async (table: "leads" | "submissions" | "contactAttempts") => {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirst();
    return row?.id ?? 0;
  };
  return {
    lead: await highest("leads"),
    submission: await highest("submissions"),
    attempt: await highest("contactAttempts"),
  };
}

/** Inserts in portions that both engines take in one statement. */
export async function insertMany<T extends SeededTable>(
  trx: Db,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  const portion = 250;
  for (let start = 0; start < rows.length; start += portion) {
    await trx
      .insertInto<SeededTable>(table)
      .values(rows.slice(start, start + portion))
      .execute();
  }
}

/** PostgreSQL does not notice ids that were given by hand; SQLite does. */
export async function continueIdsAfterSeeding(trx: Db): Promise<void> {
  if (engineOf(trx) === "sqlite") return;
  const tables: (keyof Schema)[] = ["leads", "submissions", "contactAttempts"];
  for (const table of tables) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, 'id'), greatest((select max(id) from ${sql.table(table)}), 1))`.execute(
      trx,
    );
  }
}
