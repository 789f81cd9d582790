// How a person likes to work at the desk: whether single keys work, and which were changed.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("keyPreferences")
    .addColumn("userId", "text", (c) => c.primaryKey().references("user.id"))
    .addColumn("isOff", "integer", (c) => c.notNull())
    .addColumn("changes", "text", (c) => c.notNull())
    .addCheckConstraint("keyPreferencesIsOff", sql`"isOff" in (0, 1)`)
    .execute();
}
