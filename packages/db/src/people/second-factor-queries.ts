// Second factors and recovery codes. A code is used by one statement that counts on what was there before,
// under the row's lock: of twenty who send the same code at once, one has used it.
import { rolesWithSecondFactor } from "@studydesk/domain/people/second-factor";
import type { Db } from "../open-database";

export interface SecondFactor {
  /** Sealed; null while the first one waits for its first code. */
  sealedKey: string | null;
  /** Sealed: waits for its first code. */
  waitingKey: string | null;
}

export async function findSecondFactor(db: Db, userId: string): Promise<SecondFactor | undefined> {
  return db
    .selectFrom("secondFactors")
    .select(["sealedKey", "waitingKey"])
    .where("userId", "=", userId)
    .executeTakeFirst();
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("secondFactors")
    .select("userId")
    .where("userId", "=", userId)
    .where("confirmedAt", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody who has one. */
export async function listSecondFactorOwners(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("secondFactors")
    .select("userId")
    .where("confirmedAt", "is not", null)
    .execute();
  return new Set(rows.map(({ userId }) => userId));
}

/** In the place of one that waited before. */
export async function saveWaitingKey(
  trx: Db,
  userId: string,
  waitingKey: string,
  at: string,
): Promise<void> {
  const waiting = { waitingKey, waitingSince: at };
  await trx
    .insertInto("secondFactors")
    .values({ userId, sealedKey: null, confirmedAt: null, lastStep: null, ...waiting })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet(waiting))
    .execute();
}

/** The key that waited is the one that counts. False: it waits no longer. */
export async function confirmWaitingKey(
  trx: Db,
  factor: { userId: string; waitingKey: string; step: number; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("secondFactors")
    .set({
      sealedKey: factor.waitingKey,
      confirmedAt: factor.at,
      lastStep: factor.step,
      ...{ waitingKey: null, waitingSince: null },
    })
    .where("userId", "=", factor.userId)
    .where("waitingKey", "=", factor.waitingKey)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False: a code of this step or a later one was used already. */
export async function useStep(
  db: Db,
  { userId, sealedKey, step }: { userId: string; sealedKey: string; step: number },
): Promise<boolean> {
  const result = await db
    .updateTable("secondFactors")
    .set({ lastStep: step })
    .where("userId", "=", userId)
    .where("sealedKey", "=", sealedKey)
    .where((eb) => eb.or([eb("lastStep", "is", null), eb("lastStep", "<", step)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** With the recovery codes. False: there was none. */
export async function deleteSecondFactor(trx: Db, userId: string): Promise<boolean> {
  const had = await hasSecondFactor(trx, userId);
  await trx.deleteFrom("recoveryCodes").where("userId", "=", userId).execute();
  await trx.deleteFrom("secondFactors").where("userId", "=", userId).execute();
  return had;
}

/** The former ones work no longer. */
export async function replaceRecoveryCodes(
  trx: Db,
  userId: string,
  sha256s: readonly string[],
  at: string,
): Promise<void> {
  await trx.deleteFrom("recoveryCodes").where("userId", "=", userId).execute();
  await trx
    .insertInto("recoveryCodes")
    .values(sha256s.map((sha256) => ({ userId, sha256, createdAt: at, usedAt: null })))
    .execute();
}

/** False: there is no such code, or it was used. */
export async function useRecoveryCode(
  db: Db,
  { userId, sha256, at }: { userId: string; sha256: string; at: string },
): Promise<boolean> {
  const result = await db
    .updateTable("recoveryCodes")
    .set({ usedAt: at })
    .where("userId", "=", userId)
    .where("sha256", "=", sha256)
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("recoveryCodes")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("userId", "=", userId)
    .where("usedAt", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Since when this installation asks for second factors. */
export async function findSecondFactorStart(db: Db): Promise<string> {
  const { at } = await db.selectFrom("secondFactorStart").select("at").executeTakeFirstOrThrow();
  return at;
}

/** Since when somebody owns the installation or holds a role that asks for one; null: neither. */
export async function findBoundSince(db: Db, userId: string): Promise<string | null> {
  const { since } = await db
    .selectFrom("siteRoles")
    .select((eb) => eb.fn.min<string | null>("grantedAt").as("since"))
    .where("userId", "=", userId)
    .where("role", "in", rolesWithSecondFactor)
    .executeTakeFirstOrThrow();
  const owned = await db
    .selectFrom("installation")
    .select("createdAt")
    .where("ownerUserId", "=", userId)
    .executeTakeFirst();
  if (!owned) return since;
  return since !== null && since < owned.createdAt ? since : owned.createdAt;
}

/** Everybody without one who was bound to have one by then, as `findBoundSince` says of one person. */
export async function listBoundWithout(db: Db, before: string): Promise<ReadonlySet<string>> {
  const bound = await db
    .selectFrom("siteRoles")
    .select("userId")
    .where("role", "in", rolesWithSecondFactor)
    .where("grantedAt", "<=", before)
    .execute();
  const owners = await db
    .selectFrom("installation")
    .select("ownerUserId as userId")
    .where("createdAt", "<=", before)
    .execute();
  const withFactor = await listSecondFactorOwners(db);
  const without = [...bound, ...owners].flatMap(({ userId }) =>
    userId === null || withFactor.has(userId) ? [] : [userId],
  );
  return new Set(without);
}
