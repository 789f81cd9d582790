// Links for a new password. Only the SHA-256 of a token is kept, and one link a person.
import type { Db } from "../open-database";

/** In the place of one that was made before, which works no longer. */
export async function addPasswordReset(
  trx: Db,
  reset: { userId: string; tokenSha256: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await deletePasswordResets(trx, reset.userId);
  await trx
    .insertInto("passwordResets")
    .values({ ...reset, usedAt: null })
    .execute();
}

/** Whoever chose a password, or was closed out, is not overtaken by a link from before. */
export async function deletePasswordResets(trx: Db, userId: string): Promise<void> {
  await trx.deleteFrom("passwordResets").where("userId", "=", userId).execute();
}

/** Whose it is; undefined for an unknown, used or expired one, and for one of a closed account. */
export async function findPasswordReset(
  db: Db,
  tokenSha256: string,
  at: string,
): Promise<{ userId: string; name: string; email: string } | undefined> {
  return db
    .selectFrom("passwordResets")
    .innerJoin("user", "user.id", "passwordResets.userId")
    .select(["user.id as userId", "user.name", "user.email"])
    .where("passwordResets.tokenSha256", "=", tokenSha256)
    .where("passwordResets.usedAt", "is", null)
    .where("passwordResets.expiresAt", ">", at)
    .where("user.deactivatedAt", "is", null)
    .executeTakeFirst();
}

/** False: somebody was faster, or it works no longer. */
export async function usePasswordReset(trx: Db, tokenSha256: string, at: string): Promise<boolean> {
  const result = await trx
    .updateTable("passwordResets")
    .set({ usedAt: at })
    .where("tokenSha256", "=", tokenSha256)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
