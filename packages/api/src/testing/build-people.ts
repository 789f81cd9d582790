// Made-up sites and people for tests, written straight into the database.
import { randomUUID } from "node:crypto";
import type { Db } from "@studydesk/db/open-database";
import type { Row } from "@studydesk/db/schema";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";

const madeAt = "2026-01-01T00:00:00.000Z";

export async function buildSite(
  db: Db,
  overrides: Partial<Omit<Row<"sites">, "id" | "version">> = {},
): Promise<Row<"sites">> {
  return db
    .insertInto("sites")
    .values({
      name: "Springfield General",
      city: "Springfield",
      countryCode: "US",
      timeZone: "America/Chicago",
      promiseHours: 24,
      createdAt: madeAt,
      ...overrides,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface PersonToBuild {
  /** Together with `siteId`: the one role held. */
  role?: Role;
  siteId?: number;
  isOwner?: boolean;
  name?: string;
  email?: string;
}

/** A person without a password: their viewer is what the session would have given. */
export async function buildPerson(db: Db, person: PersonToBuild = {}): Promise<Viewer> {
  const userId = randomUUID();
  const name = person.name ?? "Robin Example";
  const email = person.email ?? `${userId.slice(0, 8)}@example.org`;
  await db
    .insertInto("user")
    .values({
      id: userId,
      name,
      email,
      emailVerified: 1,
      image: null,
      createdAt: madeAt,
      updatedAt: madeAt,
    })
    .execute();
  const { role, siteId, isOwner = false } = person;
  const held = role !== undefined && siteId !== undefined ? [{ siteId, role }] : [];
  for (const { siteId, role } of held) {
    await db.insertInto("siteRoles").values({ userId, siteId, role, grantedAt: madeAt }).execute();
  }
  if (isOwner) {
    await db
      .insertInto("installation")
      .values({ id: 1, ownerUserId: userId, isDemo: 0, createdAt: madeAt })
      .execute();
  }
  return { userId, name, email, isOwner, roles: held, sessionId: randomUUID() };
}
