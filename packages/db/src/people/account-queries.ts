// Whether an account is open, and when its owner was last here.
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

/**
 * Holds the person's row until the transaction ends, so that closing an account, changing its second factor
 * and signing in go one after the other. On SQLite the transaction's write lock does that already.
 */
export async function lockPerson(trx: Db, userId: string): Promise<void> {
  if (engineOf(trx) === "sqlite") return;
  await trx.selectFrom("user").select("id").where("id", "=", userId).forUpdate().execute();
}

/** Null: the account is open. Undefined: there is none. */
export async function findDeactivation(db: Db, userId: string): Promise<string | null | undefined> {
  const row = await db
    .selectFrom("user")
    .select("deactivatedAt")
    .where("id", "=", userId)
    .executeTakeFirst();
  return row?.deactivatedAt;
}

/** False: it was that way already. */
export async function setDeactivated(trx: Db, userId: string, at: string | null): Promise<boolean> {
  const result = await trx
    .updateTable("user")
    .set({ deactivatedAt: at })
    .where("id", "=", userId)
    .where("deactivatedAt", at === null ? "is not" : "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setLastSignIn(trx: Db, userId: string, at: string): Promise<void> {
  await trx.updateTable("user").set({ lastSignInAt: at }).where("id", "=", userId).execute();
}
