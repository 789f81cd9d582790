// Saved views of the lead list, and how each person keeps a view: pinned where, with which columns.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  await db.schema
    .createTable("views")
    .addColumn("id", "integer", (c) =>
      postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn("ownerId", "text", (c) => c.notNull().references("user.id"))
    .addColumn("siteId", "integer", (c) => c.references("sites.id"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("filters", "text", (c) => c.notNull())
    .addColumn("sort", "text", (c) => c.notNull())
    .addColumn("descending", "integer", (c) => c.notNull())
    .addColumn("layout", "text")
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("deletedAt", "text")
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addCheckConstraint("viewsDescending", sql`descending in (0, 1)`)
    .execute();
  await db.schema.createIndex("viewsByOwner").on("views").column("ownerId").execute();
  await db.schema.createIndex("viewsBySite").on("views").column("siteId").execute();
  await db.schema.createIndex("viewsByDeletion").on("views").column("deletedAt").execute();
  await db.schema
    .createTable("viewPlaces")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id"))
    // A saved view's id, or the name of one that everybody has.
    .addColumn("view", "text", (c) => c.notNull())
    .addColumn("position", "integer")
    .addColumn("layout", "text")
    .addPrimaryKeyConstraint("viewPlacesKey", ["userId", "view"])
    .execute();
}
