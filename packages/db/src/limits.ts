// Points used up per key within a window, in the database: a restart or a second process forgets nothing.
import { sql } from "kysely";
import { compileOnce } from "./compile-once";
import type { Db } from "./open-database";

export interface LimitState {
  points: number;
  /** Unix milliseconds at which the window (or the pause) ends. */
  expire: number;
}

/**
 * Uses one point and says how many are used. The first point opens the window; the one that reaches
 * `most` sets the end `pauseMs` ahead when a pause is given. One statement, so parallel calls add up.
 */
export async function addLimitPoint(
  db: Db,
  key: string,
  now: number,
  limit: { most: number; windowMs: number; pauseMs?: number },
): Promise<LimitState> {
  const fresh = now + limit.windowMs;
  const expired = sql`limits.expire <= ${now}`;
  const reached = sql`limits.points + 1 = ${limit.most}`;
  const paused = limit.pauseMs === undefined ? sql`limits.expire` : sql`${now + limit.pauseMs}`;
  const row = await db
    .insertInto("limits")
    .values({ key, points: 1, expire: fresh })
    .onConflict((oc) =>
      oc.column("key").doUpdateSet({
        points: sql<number>`case when ${expired} then 1 else limits.points + 1 end`,
        expire: sql<number>`case when ${expired} then ${fresh} when ${reached} then ${paused} else limits.expire end`,
      }),
    )
    .returning(["points", "expire"])
    .executeTakeFirstOrThrow();
  return { points: row.points, expire: row.expire ?? fresh };
}

/** Gives back a point that turned out not to count; the window stays as it is. */
export async function giveBackLimitPoint(db: Db, key: string): Promise<void> {
  await db
    .updateTable("limits")
    .set({ points: sql<number>`points - 1` })
    .where("key", "=", key)
    .where("points", ">", 0)
    .execute();
}

const findRow = compileOnce<{ key: string; now: number }>()((db, { one }) =>
  db
    .selectFrom("limits")
    .select(["points", "expire"])
    .where("key", "=", one("key"))
    .where("expire", ">", one("now")),
);

export async function findLimit(db: Db, key: string, now: number): Promise<LimitState | undefined> {
  const [row] = await findRow(db, { key, now });
  return row ? { points: row.points, expire: row.expire ?? now } : undefined;
}

export async function deleteLimit(db: Db, key: string): Promise<void> {
  await db.deleteFrom("limits").where("key", "=", key).execute();
}

/** Windows that are over are worth nothing; called now and then. */
export async function deleteExpiredLimits(db: Db, now: number): Promise<void> {
  await db.deleteFrom("limits").where("expire", "<=", now).execute();
}
