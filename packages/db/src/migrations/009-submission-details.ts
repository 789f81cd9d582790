// What a message says beside its words: which press of the button it was, whether the browser did its
// check, the year of birth where a study asks for it, and the language of the page that was read.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  for (const table of ["submissions", "leads"]) {
    await db.schema.alterTable(table).addColumn("birthYear", "integer").execute();
    await db.schema.alterTable(table).addColumn("pageLanguage", "text").execute();
    await sql`alter table ${sql.table(table)} add column proof text
      constraint ${sql.ref(`${table}Proof`)} check (proof in ('solved', 'none', 'bad'))`.execute(
      db,
    );
  }
  await db.schema.alterTable("submissions").addColumn("requestKey", "text").execute();
  // Both engines count any number of nulls as different.
  await db.schema
    .createIndex("submissionsByRequestKey")
    .unique()
    .on("submissions")
    .column("requestKey")
    .execute();
}
