// Sessions, as their owner sees them. better-auth makes them at sign-in; a token never leaves this table. When one
// was used last stands in `updatedAt`, which better-auth itself sets at the beginning alone.
import { idleSince } from "@studydesk/domain/people/session-life";
import type { Db } from "../open-database";

export interface Session {
  id: string;
  createdAt: string;
  expiresAt: string;
  /** Shortened network address. */
  network: string | null;
  userAgent: string | null;
}

/** Newest first; those that are over, also by not being used, are left out. */
export async function listSessions(db: Db, userId: string, at: string): Promise<Session[]> {
  const rows = await db
    .selectFrom("session")
    .select(["id", "createdAt", "expiresAt", "ipAddress", "userAgent"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", at)
    .where("updatedAt", ">", idleAt(at))
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
    network: row.ipAddress || null,
    userAgent: row.userAgent || null,
  }));
}

/** Everybody's that stand: neither ended nor over. */
export async function listOpenSessions(
  db: Db,
  at: string,
): Promise<{ id: string; userId: string }[]> {
  return db
    .selectFrom("session")
    .select(["id", "userId"])
    .where("expiresAt", ">", at)
    .where("updatedAt", ">", idleAt(at))
    .execute();
}

/** It asked for something. */
export async function touchSession(db: Db, sessionId: string, at: string): Promise<void> {
  await db.updateTable("session").set({ updatedAt: at }).where("id", "=", sessionId).execute();
}

/** False: there is none of this person's with that id. */
export async function deleteSession(
  trx: Db,
  session: { userId: string; sessionId: string },
): Promise<boolean> {
  const result = await trx
    .deleteFrom("session")
    .where("userId", "=", session.userId)
    .where("id", "=", session.sessionId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** A session that was begun just now, and must not be. */
export async function deleteSessionByToken(trx: Db, token: string): Promise<void> {
  await trx.deleteFrom("session").where("token", "=", token).execute();
}

/** Signs the person out everywhere, except in the session that is kept. Says how many ended. */
export async function deleteSessionsOf(
  trx: Db,
  userId: string,
  keptSessionId?: string,
): Promise<number> {
  const result = await trx
    .deleteFrom("session")
    .where("userId", "=", userId)
    .where("id", "!=", keptSessionId ?? "")
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteExpiredSessions(db: Db, at: string): Promise<void> {
  await db
    .deleteFrom("session")
    .where((eb) => eb.or([eb("expiresAt", "<=", at), eb("updatedAt", "<=", idleAt(at))]))
    .execute();
}

function idleAt(at: string): string {
  return idleSince(new Date(at)).toISOString();
}
