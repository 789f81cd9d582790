// People and their passwords. The rows are better-auth's own (a "credential" account holds the hash);
// whoever signs in goes through it, whoever comes in new is written here, in our own transaction.
import type { Role, SiteScope } from "@studydesk/domain/people/viewer";
import { isAmongTexts } from "../dialect";
import type { Db } from "../open-database";

export interface Person {
  userId: string;
  name: string;
  email: string;
}

/** `email` in lower case, as it is kept. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return db
    .selectFrom("user")
    .select(["id as userId", "name", "email"])
    .where("email", "=", email)
    .executeTakeFirst();
}

export async function findPerson(db: Db, userId: string): Promise<Person | undefined> {
  return db
    .selectFrom("user")
    .select(["id as userId", "name", "email"])
    .where("id", "=", userId)
    .executeTakeFirst();
}

/** Throws (see `isUniqueViolation`) when the address has an account already. */
export async function addPerson(
  trx: Db,
  person: Person & { passwordHash: string; at: string },
): Promise<void> {
  const { userId, name, email, passwordHash, at } = person;
  const times = { createdAt: at, updatedAt: at };
  await trx
    .insertInto("user")
    .values({ id: userId, name, email, emailVerified: 1, image: null, ...times })
    .execute();
  await trx
    .insertInto("account")
    .values({
      id: userId,
      accountId: userId,
      providerId: "credential",
      userId,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: passwordHash,
      ...times,
    })
    .execute();
}

export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("account")
    .select("password")
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Whether the password was still the one that `fromHash` tells: of two changes at once, one counts. */
export async function replacePasswordHash(
  trx: Db,
  change: { userId: string; fromHash: string; toHash: string; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("account")
    .set({ password: change.toHash, updatedAt: change.at })
    .where("userId", "=", change.userId)
    .where("providerId", "=", "credential")
    .where("password", "=", change.fromHash)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whatever it was before. */
export async function setPasswordHash(
  trx: Db,
  { userId, passwordHash, at }: { userId: string; passwordHash: string; at: string },
): Promise<void> {
  await trx
    .updateTable("account")
    .set({ password: passwordHash, updatedAt: at })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .execute();
}

export interface RoleAtSite {
  siteId: number;
  siteName: string;
  role: Role;
}

export interface PersonWithRoles extends Person {
  isOwner: boolean;
  deactivatedAt: string | null;
  lastSignInAt: string | null;
  /** Of somebody deactivated: what they held until then. */
  roles: RoleAtSite[];
  /** Of all their roles, also where those are not to be told. */
  siteIds: number[];
}

/** Roles that are held, and those that rest. */
function everyRole(db: Db) {
  const columns = ["userId", "siteId", "role"] as const;
  return db
    .selectFrom("siteRoles")
    .select(columns)
    .unionAll(db.selectFrom("restingRoles").select(columns));
}

/**
 * By name. With sites: who holds a role there (or held one until they were deactivated), with the roles at
 * those sites alone; with "all": everybody, also those who hold none.
 */
export async function listPeople(db: Db, sites: SiteScope): Promise<PersonWithRoles[]> {
  const held = await db
    .selectFrom(everyRole(db).as("held"))
    .innerJoin("sites", "sites.id", "held.siteId")
    .select(["held.userId", "held.siteId", "sites.name as siteName", "held.role"])
    .orderBy("sites.name")
    .orderBy("held.siteId")
    .orderBy("held.role")
    .execute();
  const everywhere = Map.groupBy(held, (row) => row.userId);
  const isTold = ({ siteId }: RoleAtSite) => sites === "all" || sites.includes(siteId);
  const rolesOf = Map.groupBy(held.filter(isTold), (row) => row.userId);
  const people = await db
    .selectFrom("user")
    .leftJoin("installation", "installation.ownerUserId", "user.id")
    .select([
      "user.id as userId",
      "user.name",
      "user.email",
      "user.deactivatedAt",
      "user.lastSignInAt",
      "installation.ownerUserId as ownerUserId",
    ])
    .$if(sites !== "all", (q) => q.where(isAmongTexts(db, "user.id", [...rolesOf.keys()])))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
  return people.map(({ ownerUserId, ...person }) => ({
    ...person,
    isOwner: ownerUserId !== null,
    roles: (rolesOf.get(person.userId) ?? []).map(({ userId: _, ...role }) => role),
    siteIds: [...new Set((everywhere.get(person.userId) ?? []).map(({ siteId }) => siteId))],
  }));
}

/** By id; who left long ago may be missing. */
export async function listNamesOf(
  db: Db,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("user")
    .select(["id", "name"])
    .where("id", "in", [...new Set(userIds)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
