// People and their passwords. The rows are better-auth's own (a "credential" account holds the hash);
// whoever signs in goes through it, whoever comes in new is written here, in our own transaction.
import type { Role, SiteScope } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

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

export interface RoleAtSite {
  siteId: number;
  siteName: string;
  role: Role;
}

export interface PersonWithRoles extends Person {
  isOwner: boolean;
  roles: RoleAtSite[];
}

/**
 * By name. With sites: who holds a role there, with the roles at those sites alone; with "all":
 * everybody, also those who hold none.
 */
export async function listPeople(db: Db, sites: SiteScope): Promise<PersonWithRoles[]> {
  const held = await db
    .selectFrom("siteRoles")
    .innerJoin("sites", "sites.id", "siteRoles.siteId")
    .select(["siteRoles.userId", "siteRoles.siteId", "sites.name as siteName", "siteRoles.role"])
    .where(isWithin("siteRoles.siteId", sites))
    .orderBy("sites.name")
    .orderBy("siteRoles.siteId")
    .orderBy("siteRoles.role")
    .execute();
  const rolesOf = Map.groupBy(held, (row) => row.userId);
  const people = await db
    .selectFrom("user")
    .leftJoin("installation", "installation.ownerUserId", "user.id")
    .select([
      "user.id as userId",
      "user.name",
      "user.email",
      "installation.ownerUserId as ownerUserId",
    ])
    .$if(sites !== "all", (q) =>
      q.where("user.id", "in", (eb) =>
        eb
          .selectFrom("siteRoles")
          .select("siteRoles.userId")
          .where(isWithin("siteRoles.siteId", sites)),
      ),
    )
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
  return people.map(({ ownerUserId, ...person }) => ({
    ...person,
    isOwner: ownerUserId !== null,
    roles: (rolesOf.get(person.userId) ?? []).map(({ userId: _, ...role }) => role),
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
