// Made-up sites, people and sessions for tests, written straight into the database.
import { randomUUID } from "node:crypto";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import { addInstallation } from "../people/installation-queries";
import { addPerson } from "../people/person-queries";
import { addRole } from "../people/role-queries";
import type { NewRow, Row } from "../schema";

const madeAt = "2026-01-01T00:00:00.000Z";

export async function buildSite(
  db: Db,
  overrides: Partial<NewRow<"sites">> = {},
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
  /** Left out: no password opens the account. */
  passwordHash?: string;
}

/** The viewer is what a session would have given; there is none yet. */
export async function buildPerson(db: Db, person: PersonToBuild = {}): Promise<Viewer> {
  const userId = randomUUID();
  const {
    name = "Robin Example",
    email = `${userId.slice(0, 8)}@example.org`,
    passwordHash = "",
    role,
    siteId,
    isOwner = false,
  } = person;
  await addPerson(db, { userId, name, email, passwordHash, at: madeAt });
  const roles = role !== undefined && siteId !== undefined ? [{ siteId, role }] : [];
  for (const held of roles) await addRole(db, { userId, ...held, at: madeAt });
  if (isOwner) await addInstallation(db, { ownerUserId: userId, isDemo: false, at: madeAt });
  return { userId, name, email, isOwner, roles, sessionId: randomUUID() };
}

/** Made at noon UTC of 1 September 2026, for twelve hours; gives its id. */
export async function buildSession(
  db: Db,
  overrides: Partial<NewRow<"session">> & { userId: string },
): Promise<string> {
  const at = "2026-09-01T12:00:00.000Z";
  const { id } = await db
    .insertInto("session")
    .values({
      id: randomUUID(),
      token: `token-${randomUUID()}`,
      createdAt: at,
      updatedAt: at,
      expiresAt: "2026-09-02T00:00:00.000Z",
      ipAddress: "192.0.2.0",
      userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
      ...overrides,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
