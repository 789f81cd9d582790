// The newest answers to a criterion, for counting how often it excludes without reading all of them.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index "answersByCriterionNewest" on answers ("criterionId", id, answer) where "replacedAt" is null`.execute(
    db,
  );
}
