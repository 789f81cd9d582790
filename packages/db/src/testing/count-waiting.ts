// How many transactions of a PostgreSQL database wait for another one's lock: for bringing them to a point
// together, without a pause that guesses.
import { sql } from "kysely";
import type { Db } from "../open-database";

export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length;
}
