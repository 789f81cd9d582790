// Sites and the roles people hold there; studies as imported, their criteria by version, the
// registry's locations, and the study sites: a study at a site, with its own recruiting status.
import { type Kysely, PostgresAdapter, sql } from "kysely";

const roleIsKnown = sql`role in ('coordinator', 'investigator', 'admin')`;

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await table("sites")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("city", "text", (c) => c.notNull())
    .addColumn("countryCode", "text", (c) => c.notNull())
    .addColumn("timeZone", "text", (c) => c.notNull())
    .addColumn("promiseHours", "integer", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addCheckConstraint("sitesCountryCode", sql`length("countryCode") = 2`)
    .addCheckConstraint("sitesPromiseHours", sql`"promiseHours" between 1 and 720`)
    .execute();

  await db.schema
    .createTable("siteRoles")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("grantedAt", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("siteRolesKey", ["userId", "siteId", "role"])
    .addCheckConstraint("siteRolesRole", roleIsKnown)
    .execute();
  await db.schema.createIndex("siteRolesSite").on("siteRoles").column("siteId").execute();

  await table("invitations")
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("tokenSha256", "text", (c) => c.notNull().unique())
    .addColumn("invitedBy", "text", (c) => c.references("user.id"))
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("acceptedAt", "text")
    .addColumn("revokedAt", "text")
    .addCheckConstraint("invitationsRole", roleIsKnown)
    .execute();

  await table("studies")
    .addColumn("nctId", "text", (c) => c.notNull().unique())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("overallStatus", "text", (c) => c.notNull())
    .addColumn("imported", "text", (c) => c.notNull())
    .addColumn("record", "text", (c) => c.notNull())
    .addColumn("recordSha256", "text", (c) => c.notNull())
    .addColumn("importedAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .execute();

  await table("criteriaVersions")
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addUniqueConstraint("criteriaVersionsNumber", ["studyId", "number"])
    .execute();
  await table("criteria")
    .addColumn("criteriaVersionId", "integer", (c) => c.notNull().references("criteriaVersions.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("label", "text", (c) => c.notNull())
    .addColumn("heading", "text")
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("children", "text", (c) => c.notNull())
    .addUniqueConstraint("criteriaLabel", ["criteriaVersionId", "label"])
    .addCheckConstraint("criteriaKind", sql`kind in ('inclusion', 'exclusion')`)
    .execute();

  await table("studyLocations")
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("facility", "text", (c) => c.notNull())
    .addColumn("city", "text")
    .addColumn("state", "text")
    .addColumn("country", "text")
    .addColumn("lat", sql`double precision`)
    .addColumn("lon", sql`double precision`)
    .addColumn("registryStatus", "text")
    .execute();
  await db.schema
    .createIndex("studyLocationsStudy")
    .on("studyLocations")
    .columns(["studyId", "position"])
    .execute();

  await table("studySites")
    .addColumn("studyId", "integer", (c) => c.notNull().references("studies.id"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("locationId", "integer", (c) => c.references("studyLocations.id"))
    .addColumn("recruiting", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint("studySitesPair", ["studyId", "siteId"])
    .addCheckConstraint(
      "studySitesRecruiting",
      sql`recruiting in ('recruiting', 'paused', 'closed')`,
    )
    .execute();
  await db.schema.createIndex("studySitesSite").on("studySites").column("siteId").execute();

  await table("consentTexts")
    .addColumn("studyId", "integer", (c) => c.references("studies.id"))
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addUniqueConstraint("consentTextsNumber", ["studyId", "language", "number"])
    .execute();
}
