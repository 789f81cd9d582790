// Accounts that are closed and opened again, with the roles that rest meanwhile; second factors, recovery
// codes and password resets; and since when this installation asks for second factors.
import { type Kysely, PostgresAdapter, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const numbered = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn("id", "integer", (c) =>
        postgres ? c.primaryKey().generatedByDefaultAsIdentity() : c.primaryKey().autoIncrement(),
      );

  await db.schema.alterTable("user").addColumn("deactivatedAt", "text").execute();
  await db.schema.alterTable("user").addColumn("lastSignInAt", "text").execute();

  // Whoever is deactivated holds no role: nothing that asks who works at a site has to know of it.
  await db.schema
    .createTable("restingRoles")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("siteId", "integer", (c) => c.notNull().references("sites.id"))
    .addColumn("role", "text", (c) => c.notNull())
    .addColumn("grantedAt", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("restingRolesPrimaryKey", ["userId", "siteId", "role"])
    .addCheckConstraint("restingRolesRole", sql`role in ('coordinator', 'investigator', 'admin')`)
    .execute();

  await db.schema
    .createTable("secondFactors")
    .addColumn("userId", "text", (c) => c.primaryKey().references("user.id").onDelete("cascade"))
    // Sealed; none while the first one waits for its first code.
    .addColumn("sealedKey", "text")
    .addColumn("confirmedAt", "text")
    // Half minutes since 1970: a code of this one or an earlier one was used.
    .addColumn("lastStep", "integer")
    // Sealed: the key that waits for its first code, in the place of the other or as the first.
    .addColumn("waitingKey", "text")
    .addColumn("waitingSince", "text")
    .addCheckConstraint(
      "secondFactorsConfirmed",
      sql`("sealedKey" is null) = ("confirmedAt" is null)`,
    )
    .addCheckConstraint(
      "secondFactorsWaiting",
      sql`("waitingKey" is null) = ("waitingSince" is null)`,
    )
    .execute();

  await numbered("recoveryCodes")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("sha256", "text", (c) => c.notNull())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("usedAt", "text")
    .execute();
  await db.schema
    .createIndex("recoveryCodesOfPerson")
    .on("recoveryCodes")
    .columns(["userId", "sha256"])
    .unique()
    .execute();

  await numbered("passwordResets")
    .addColumn("userId", "text", (c) => c.notNull().references("user.id").onDelete("cascade"))
    .addColumn("tokenSha256", "text", (c) => c.notNull().unique())
    .addColumn("createdAt", "text", (c) => c.notNull())
    .addColumn("expiresAt", "text", (c) => c.notNull())
    .addColumn("usedAt", "text")
    .execute();
  await db.schema
    .createIndex("passwordResetsOfPerson")
    .on("passwordResets")
    .column("userId")
    .execute();

  // Who worked here before has as long as somebody new.
  await db.schema
    .createTable("secondFactorStart")
    .addColumn("id", "integer", (c) => c.notNull().primaryKey())
    .addColumn("at", "text", (c) => c.notNull())
    .addCheckConstraint("secondFactorStartIsOneRow", sql`id = 1`)
    .execute();
  await db
    .insertInto("secondFactorStart")
    .values({ id: 1, at: new Date().toISOString() })
    .execute();
}
