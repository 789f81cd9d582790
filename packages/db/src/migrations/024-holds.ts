// Today's queue shared out: a lead that is in front of somebody is held for them, a skipped one rests
// until its time, and an attempt that is sent twice under one key is logged once. With the orders that
// the queue and Home are read in.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("leadHolds")
    .addColumn("leadId", "integer", (c) => c.primaryKey().references("leads.id"))
    .addColumn("userId", "text", (c) => c.notNull().references("user.id"))
    // Without a reference: a hold may outlive the session by its last minutes.
    .addColumn("sessionId", "text", (c) => c.notNull())
    .addColumn("screenId", "text", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("leadHoldsByScreen")
    .on("leadHolds")
    .columns(["userId", "screenId"])
    .execute();

  await db.schema
    .createTable("leadSkips")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("byUserId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("forAll", "integer", (c) => c.notNull())
    .addColumn("until", "text", (c) => c.notNull())
    .addColumn("leadVersion", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("leadSkipsPrimaryKey", ["leadId", "byUserId"])
    .addCheckConstraint("leadSkipsForAll", sql`"forAll" in (0, 1)`)
    .execute();
  await db.schema.createIndex("leadSkipsByEnd").on("leadSkips").column("until").execute();

  await db.schema.alterTable("contactAttempts").addColumn("requestKey", "text").execute();
  await db.schema
    .createIndex("contactAttemptsByRequest")
    .on("contactAttempts")
    .columns(["byUserId", "requestKey"])
    .unique()
    .execute();

  // How the promise was kept is read within it.
  await db.schema
    .createIndex("leadsBySiteAndFirstContact")
    .on("leads")
    .columns(["siteId", "createdAt", "firstContactAt", "status"])
    .execute();
}
