// Who holds which role at which site.
import type { Role, SiteRole } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";

export async function listRolesOf(db: Db, userId: string): Promise<SiteRole[]> {
  return db
    .selectFrom("siteRoles")
    .select(["siteId", "role"])
    .where("userId", "=", userId)
    .orderBy("siteId")
    .orderBy("role")
    .execute();
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
