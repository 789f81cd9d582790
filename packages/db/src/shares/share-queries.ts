// Sealed shares as their owner sees them. The owner stands in every WHERE: nobody reads another's.
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

/** A share of somebody of the team, without its content. */
export type ShareRow = Omit<
  Row<"shares">,
  | "idSha256"
  | "linkProofSha256"
  | "authKeySha256"
  | "revokeSha256"
  | "iv"
  | "ciphertext"
  | "ownerId"
  | "leadId"
  | "studyId"
  | "sealedMemo"
  | "takesReplies"
> & { leadId: number; siteId: number };

const columns = [
  "shares.id",
  "leads.id as leadId",
  "shares.createdAt",
  "shares.expiresAt",
  "shares.maxViews",
  "shares.views",
  "shares.failures",
  "shares.revokedAt",
  "shares.revokedBecause",
  "leads.siteId",
] as const;

export async function addShare(trx: Db, share: NewRow<"shares">): Promise<number> {
  const row = await trx
    .insertInto("shares")
    .values(share)
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findShare(
  db: Db,
  ownerId: string,
  shareId: number,
): Promise<ShareRow | undefined> {
  return ownShares(db, ownerId).where("shares.id", "=", shareId).executeTakeFirst();
}

/** The share that the same browser made with the same sealed content: its answer got lost. */
export async function findSameShare(
  db: Db,
  ownerId: string,
  sealed: { idSha256: string; authKeySha256: string },
): Promise<ShareRow | undefined> {
  return ownShares(db, ownerId)
    .where("shares.idSha256", "=", sealed.idSha256)
    .where("shares.authKeySha256", "=", sealed.authKeySha256)
    .executeTakeFirst();
}

/** Newest first. */
export async function listShares(
  db: Db,
  ownerId: string,
  page: { leadId: number | undefined; beforeId: number | undefined; limit: number },
): Promise<ShareRow[]> {
  let query = ownShares(db, ownerId).orderBy("shares.id", "desc").limit(page.limit);
  if (page.leadId !== undefined) query = query.where("shares.leadId", "=", page.leadId);
  if (page.beforeId !== undefined) query = query.where("shares.id", "<", page.beforeId);
  return query.execute();
}

/** Of these shares, newest first. */
export async function listShareEvents(
  db: Db,
  shareIds: readonly number[],
): Promise<Omit<Row<"shareEvents">, "id" | "nonceSha256">[]> {
  if (shareIds.length === 0) return [];
  return db
    .selectFrom("shareEvents")
    .select(["shareId", "at", "kind", "device"])
    .where("shareId", "in", [...shareIds])
    .orderBy("id", "desc")
    .execute();
}

/** Whether it was not revoked before. */
export async function revokeShare(
  trx: Db,
  shareId: number,
  at: string,
  because: NonNullable<Row<"shares">["revokedBecause"]>,
): Promise<boolean> {
  const revoked = await trx
    .updateTable("shares")
    .set({ revokedAt: at, revokedBecause: because })
    .where("id", "=", shareId)
    .where("revokedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

export async function addShareEvent(trx: Db, event: NewRow<"shareEvents">): Promise<void> {
  await trx.insertInto("shareEvents").values(event).execute();
}

function ownShares(db: Db, ownerId: string) {
  return db
    .selectFrom("shares")
    .innerJoin("leads", "leads.id", "shares.leadId")
    .select(columns)
    .where("shares.ownerId", "=", ownerId);
}
