// Opening a share: found by the digest of its id, then held by its row, so that views and wrong tries
// are counted one after the other whoever asks at the same time.
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export async function findShareDigests(
  db: Db,
  idSha256: string,
): Promise<{ id: number; linkProofSha256: string; leadId: number | null } | undefined> {
  return db
    .selectFrom("shares")
    .select(["id", "linkProofSha256", "leadId"])
    .where("idSha256", "=", idSha256)
    .executeTakeFirst();
}

/** `siteId`: of the lead; null for one on a study and for a visitor's. */
export type LockedShare = Row<"shares"> & { siteId: number | null };

/** Holds the row until the transaction ends: on either engine a write that changes nothing does so. */
export async function lockShare(trx: Db, shareId: number): Promise<LockedShare> {
  const share = await trx
    .updateTable("shares")
    .set({ failures: sql<number>`failures` })
    .where("id", "=", shareId)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (share.leadId === null) return { ...share, siteId: null };
  const lead = await trx
    .selectFrom("leads")
    .select("siteId")
    .where("id", "=", share.leadId)
    .executeTakeFirstOrThrow();
  return { ...share, siteId: lead.siteId };
}

/** Uses up one view, if one is left, and says how many there were then; undefined when none was. */
export async function takeShareView(
  trx: Db,
  shareId: number,
  now: string,
): Promise<number | undefined> {
  const row = await trx
    .updateTable("shares")
    .set({ views: sql<number>`views + 1` })
    .where("id", "=", shareId)
    .where("views", "<", sql.ref<number>("maxViews"))
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning("views")
    .executeTakeFirst();
  return row?.views;
}

/** Counts a wrong passcode and says how many there were in the share's life. */
export async function addShareFailure(trx: Db, shareId: number): Promise<number> {
  const row = await trx
    .updateTable("shares")
    .set({ failures: sql<number>`failures + 1` })
    .where("id", "=", shareId)
    .returning("failures")
    .executeTakeFirstOrThrow();
  return row.failures;
}

/** Whether this nonce was let in within the given time. */
export async function hasOpenedWithNonce(
  trx: Db,
  shareId: number,
  nonceSha256: string,
  within: { from: string; to: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom("shareEvents")
    .select("id")
    .where("shareId", "=", shareId)
    .where("kind", "=", "opened")
    .where("nonceSha256", "=", nonceSha256)
    .where("at", ">=", within.from)
    .where("at", "<=", within.to)
    .executeTakeFirst();
  return row !== undefined;
}
