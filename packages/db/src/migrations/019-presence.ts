// Who has which lead open just now, and the indexes by which other leads of the same person are found.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("presence")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id").onDelete("cascade"))
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("what", "text", (c) => c.notNull())
    .addColumn("seenAt", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("presencePrimaryKey", ["leadId", "userId"])
    .addCheckConstraint("presenceWhat", sql`what in ('looking', 'editing')`)
    .execute();
  await db.schema.createIndex("presenceByTime").on("presence").column("seenAt").execute();
  await db.schema.createIndex("leadsByPhone").on("leads").columns(["phone", "siteId"]).execute();
}
