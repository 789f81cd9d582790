// Which follow-ups were reminded of by mail, and who wants no such mail; when a site's people answer the
// telephone, as counts that name nobody.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("followUpReminders")
    .addColumn("leadId", "integer", (c) => c.notNull().references("leads.id"))
    .addColumn("followUpAt", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("followUpRemindersKey", ["leadId", "followUpAt"])
    .execute();
  await db.schema
    .createIndex("followUpRemindersByTime")
    .on("followUpReminders")
    .column("at")
    .execute();
  await db.schema
    .createTable("withoutReminders")
    .addColumn("userId", "text", (c) => c.primaryKey().references("user.id"))
    .addColumn("since", "text", (c) => c.notNull())
    .execute();

  await db.schema
    .createTable("answerCounts")
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("dayKind", "text", (c) => c.notNull())
    .addColumn("hour", "integer", (c) => c.notNull())
    .addColumn("tried", "integer", (c) => c.notNull())
    .addColumn("reached", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("answerCountsKey", ["siteId", "dayKind", "hour"])
    .addCheckConstraint("answerCountsDayKind", sql`"dayKind" in ('weekday', 'weekend')`)
    .addCheckConstraint("answerCountsHour", sql`hour between 0 and 23`)
    .addCheckConstraint("answerCountsReached", sql`reached between 0 and tried`)
    .execute();
  // One row: the last attempt that is in the counts.
  await db.schema
    .createTable("answersCounted")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("lastAttemptId", "integer", (c) => c.notNull())
    .addCheckConstraint("answersCountedOnce", sql`id = 1`)
    .execute();
  await db.insertInto("answersCounted").values({ id: 1, lastAttemptId: 0 }).execute();
}
