// The local wording of a study's texts: one row per passage and language, tied to the very registry text
// that it was made from; and a study's own common questions, by language.
import { type Kysely, PostgresAdapter, sql } from "kysely";

const languageIsKnown = sql`language in ('en', 'es', 'zh', 'ar')`;

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      )
      .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
      .addColumn("language", "text", (c) => c.notNull());

  await table("studyTexts")
    .addColumn("field", "text", (c) => c.notNull())
    .addColumn("label", "text")
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("source", "text", (c) => c.notNull())
    .addColumn("sourceSha256", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("updatedBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint("studyTextsField", ["studyId", "language", "field"])
    .addCheckConstraint("studyTextsLanguage", languageIsKnown)
    .execute();

  await table("studyFaqs")
    .addColumn("items", "text", (c) => c.notNull())
    .addColumn("updatedAt", "text", (c) => c.notNull())
    .addColumn("updatedBy", "text", (c) => c.notNull().references("user.id"))
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint("studyFaqsLanguage", ["studyId", "language"])
    .addCheckConstraint("studyFaqsLanguageKnown", languageIsKnown)
    .execute();
}
