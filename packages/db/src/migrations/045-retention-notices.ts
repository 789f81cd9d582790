// Who is about to be erased by a study site's clock, and on how many days its admins could read of it.
import type { Kysely } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("retentionNotices")
    .addColumn("leadId", "integer", (c) => c.notNull().primaryKey().references("leads.id"))
    .addColumn("studySiteId", "integer", (c) => c.notNull().references("studySites.id"))
    .addColumn("daysTold", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex("retentionNoticesBySite")
    .on("retentionNotices")
    .columns(["studySiteId", "leadId"])
    .execute();
}
