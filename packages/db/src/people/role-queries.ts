// Who holds which role at which site.
import type { Role, SiteRole } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export async function listRolesOf(db: Db, userId: string): Promise<SiteRole[]> {
  return db
    .selectFrom("siteRoles")
    .select(["siteId", "role"])
    .where("userId", "=", userId)
    .orderBy("siteId")
    .orderBy("role")
    .execute();
}

/** Who is at which site, whatever their role. */
export async function listAllRoleSites(db: Db): Promise<{ userId: string; siteId: number }[]> {
  return db.selectFrom("siteRoles").select(["userId", "siteId"]).distinct().execute();
}

export interface HeldRole {
  userId: string;
  siteId: number;
  role: Role;
}

/** False: it was held already. */
export async function addRole(trx: Db, held: HeldRole & { at: string }): Promise<boolean> {
  const { at, ...row } = held;
  const result = await trx
    .insertInto("siteRoles")
    .values({ ...row, grantedAt: at })
    .onConflict((oc) => oc.columns(["userId", "siteId", "role"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** False: it was not held. */
export async function deleteRole(trx: Db, held: HeldRole): Promise<boolean> {
  const result = await trx
    .deleteFrom("siteRoles")
    .where("userId", "=", held.userId)
    .where("siteId", "=", held.siteId)
    .where("role", "=", held.role)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** What somebody held when they were deactivated. */
export async function listRestingRoles(db: Db, userId: string): Promise<SiteRole[]> {
  return db
    .selectFrom("restingRoles")
    .select(["siteId", "role"])
    .where("userId", "=", userId)
    .orderBy("siteId")
    .orderBy("role")
    .execute();
}

/** All roles of somebody who is deactivated: from here on they are nobody anywhere. */
export async function restRoles(trx: Db, userId: string): Promise<void> {
  const columns = ["userId", "siteId", "role", "grantedAt"] as const;
  await trx
    .insertInto("restingRoles")
    .columns([...columns])
    .expression((eb) => eb.selectFrom("siteRoles").select(columns).where("userId", "=", userId))
    .execute();
  await trx.deleteFrom("siteRoles").where("userId", "=", userId).execute();
}

/** As they were. */
export async function wakeRoles(trx: Db, userId: string): Promise<void> {
  const columns = ["userId", "siteId", "role", "grantedAt"] as const;
  await trx
    .insertInto("siteRoles")
    .columns([...columns])
    .expression((eb) => eb.selectFrom("restingRoles").select(columns).where("userId", "=", userId))
    .execute();
  await trx.deleteFrom("restingRoles").where("userId", "=", userId).execute();
}

/** Of these sites, those where others hold a role and nobody but this person is admin. */
export async function listSitesWithoutOtherAdmin(
  trx: Db,
  userId: string,
  siteIds: readonly number[],
): Promise<number[]> {
  if (siteIds.length === 0) return [];
  const others = await trx
    .selectFrom("siteRoles")
    .select(["siteId", "role"])
    .where("userId", "!=", userId)
    .where(isWithin("siteId", siteIds))
    .execute();
  const rolesAt = Map.groupBy(others, ({ siteId }) => siteId);
  return siteIds.filter((siteId) => {
    const held = rolesAt.get(siteId) ?? [];
    return held.length > 0 && held.every(({ role }) => role !== "admin");
  });
}
