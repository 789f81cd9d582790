// Shares that visitors made: found by the digest of their id alone, since nobody's account stands behind
// them. Those of the team are never found here, and these in no list of the team's.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type VisitorShareRow = Pick<
  Row<"shares">,
  | "id"
  | "authKeySha256"
  | "createdAt"
  | "expiresAt"
  | "maxViews"
  | "views"
  | "failures"
  | "revokedAt"
  | "revokedBecause"
> & { revokeSha256: string };

export async function findVisitorShare(
  db: Db,
  idSha256: string,
): Promise<VisitorShareRow | undefined> {
  const row = await db
    .selectFrom("shares")
    .select([
      ...(["id", "authKeySha256", "createdAt", "expiresAt", "maxViews", "views"] as const),
      ...(["failures", "revokedAt", "revokedBecause", "revokeSha256"] as const),
    ])
    .where("idSha256", "=", idSha256)
    .executeTakeFirst();
  const revokeSha256 = row?.revokeSha256;
  return row && revokeSha256 ? { ...row, revokeSha256 } : undefined;
}

/** What it held is gone for good; that it was there, how often it was opened and when it ended stays. */
export async function emptyShare(trx: Db, shareId: number): Promise<void> {
  await trx.updateTable("shares").set({ ciphertext: "" }).where("id", "=", shareId).execute();
}

/** Shares of visitors that expired before then go, with their events. */
export async function deleteVisitorShares(trx: Db, expiredBefore: string): Promise<void> {
  const over = trx
    .selectFrom("shares")
    .select("id")
    .where("ownerId", "is", null)
    .where("expiresAt", "<", expiredBefore);
  await trx.deleteFrom("shareEvents").where("shareId", "in", over).execute();
  await trx.deleteFrom("shares").where("id", "in", over).execute();
}
