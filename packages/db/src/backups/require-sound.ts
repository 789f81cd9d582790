// Before a server writes anything: a SQLite file that is damaged is not served, since each write to it may lose
// more. PostgreSQL looks after its own files.
import { sql } from "kysely";
import { engineOf } from "../dialect";
import { damagedDatabase, explainFailure } from "../explain-failure";
import type { Db } from "../open-database";

/** All but the agreement of indexes, which each backup looks at. Throws the sentence to print. */
export async function requireSound(db: Db): Promise<void> {
  if (engineOf(db) !== "sqlite") return;
  const found = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db).then(
    ({ rows }) => rows.map((row) => row.quick_check).join(),
    (error: unknown) => {
      throw new Error(explainFailure(error) ?? damagedDatabase, { cause: error });
    },
  );
  if (found !== "ok") throw new Error(damagedDatabase);
}
