// Study alerts: who asked to be told, each with an opt-in of its own; when a study site began to take
// people, in the order of commits; and the address that ends such mail with one request.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("studyOpenings")
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addCheckConstraint("studyOpeningsKind", sql`kind in ('opened', 'reopened')`)
    .execute();
  await db.schema
    .createIndex("studyOpeningsPair")
    .on("studyOpenings")
    .columns(["studyId", "siteId"])
    .execute();

  await table("subscriptions")
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("emailFolded", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("condition", "text")
    .addColumn("conditionFolded", "text", (c) => c.notNull())
    .addColumn("placeName", "text")
    .addColumn("placeKey", "text", (c) => c.notNull())
    .addColumn("lat", sql`double precision`)
    .addColumn("lon", sql`double precision`)
    .addColumn("radiusKm", "integer")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("consentVersion", "integer", (c) => c.notNull())
    .addColumn("confirmSha256", "text", (c) => c.notNull().unique())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("confirmedAt", "text")
    .addColumn("endedAt", "text")
    .addColumn("lastAlertAt", "text")
    .addColumn("lastOpeningId", "integer", (c) => c.notNull().defaultTo(0))
    .addCheckConstraint("subscriptionsStatus", sql`status in ('pending', 'active', 'ended')`)
    .addCheckConstraint(
      "subscriptionsConfirmed",
      sql`(status = 'pending') = ("confirmedAt" is null)`,
    )
    .addCheckConstraint("subscriptionsEnded", sql`(status = 'ended') = ("endedAt" is not null)`)
    .addCheckConstraint(
      "subscriptionsPlace",
      sql`("placeName" is null) = (lat is null) and (lat is null) = (lon is null)
        and (lon is null) = ("radiusKm" is null) and ("radiusKm" is null) = ("placeKey" = '')`,
    )
    .execute();
  await sql`create unique index "subscriptionsOnePerWish"
    on subscriptions ("emailFolded", "conditionFolded", "placeKey") where status = 'active'`.execute(
    db,
  );
  await db.schema
    .createIndex("subscriptionsEmail")
    .on("subscriptions")
    .column("emailFolded")
    .execute();
  await db.schema
    .createIndex("subscriptionsByStatus")
    .on("subscriptions")
    .columns(["status", "lastOpeningId"])
    .execute();

  await db.schema.alterTable("outbox").addColumn("unsubscribeUrl", "text").execute();
}
