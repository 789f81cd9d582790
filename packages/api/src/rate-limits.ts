// How often something may be tried. Keys are hashed: the table holds no address and no e-mail.
import { createHash } from "node:crypto";
import { addLimitPoint, deleteLimit, findLimit, giveBackLimitPoint } from "@studydesk/db/limits";
import type { Db } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";

export interface Limit {
  name: string;
  /** How many within the window; one more is refused. */
  most: number;
  windowSeconds: number;
  /** Reaching `most` starts a pause of this length instead of waiting for the window's end. */
  pauseSeconds?: number;
}

export interface RateLimits {
  /** Uses a point. Throws `rate_limited` (with the wait in seconds) when all were used before. */
  use(limit: Limit, key: string): Promise<void>;
  /** Throws like `use`, without using a point. */
  check(limit: Limit, key: string): Promise<void>;
  /** Whether a point was used within the window. */
  isUsed(limit: Limit, key: string): Promise<boolean>;
  /** Gives back a used point: the try was no wrong one after all. */
  giveBack(limit: Limit, key: string): Promise<void>;
  clear(limit: Limit, key: string): Promise<void>;
}

/** The database must be the outer handle: a refused try counts although its work was rolled back. */
export function createRateLimits(db: Db, now: () => Date): RateLimits {
  const rowKey = (limit: Limit, key: string) =>
    `${limit.name}:${createHash("sha256").update(key).digest("base64url")}`;
  return {
    async use(limit, key) {
      const at = now().getTime();
      const state = await addLimitPoint(db, rowKey(limit, key), at, {
        most: limit.most,
        windowMs: limit.windowSeconds * 1000,
        ...(limit.pauseSeconds === undefined ? {} : { pauseMs: limit.pauseSeconds * 1000 }),
      });
      if (state.points > limit.most) throw rateLimited(state.expire - at);
    },
    async check(limit, key) {
      const at = now().getTime();
      const state = await findLimit(db, rowKey(limit, key), at);
      if (state && state.points >= limit.most) throw rateLimited(state.expire - at);
    },
    async isUsed(limit, key) {
      const state = await findLimit(db, rowKey(limit, key), now().getTime());
      return state !== undefined && state.points > 0;
    },
    async giveBack(limit, key) {
      await giveBackLimitPoint(db, rowKey(limit, key));
    },
    async clear(limit, key) {
      await deleteLimit(db, rowKey(limit, key));
    },
  };
}

function rateLimited(waitMs: number): DomainError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return new DomainError("rate_limited", `Too many tries. Wait ${wait}, then try again.`, {
    reason: "too_many",
    details: { retryAfterSeconds: seconds },
  });
}

/** The wait in seconds when the error is a limit's; anything else is thrown on. */
export function waitOf(error: unknown): number {
  if (!(error instanceof DomainError) || error.code !== "rate_limited") throw error;
  return Number(error.details?.retryAfterSeconds ?? 60);
}
