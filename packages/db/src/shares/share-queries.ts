// Sealed shares as their owner sees them. The owner stands in every WHERE: nobody reads another's.
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

/** A share of somebody of the team, without its content; what it is of stands beside it. */
export interface ShareRow extends SharedHome {
  id: number;
  ownerId: string;
  ownerName: string;
  createdAt: string;
  expiresAt: string;
  maxViews: number;
  views: number;
  failures: number;
  revokedAt: string | null;
  revokedBecause: Row<"shares">["revokedBecause"];
  sealedMemo: string | null;
  takesReplies: boolean;
}

/** Of a share on a study, everything about a lead is null, and the other way round. */
interface SharedHome {
  leadId: number | null;
  siteId: number | null;
  siteName: string | null;
  firstName: string | null;
  lastName: string | null;
  leadErasedAt: string | null;
  studyId: number | null;
  studyTitle: string | null;
}

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
  const row = await ownShares(db, ownerId).where("shares.id", "=", shareId).executeTakeFirst();
  return row && toShareRow(row);
}

/** The share that the same browser made with the same sealed content: its answer got lost. */
export async function findSameShare(
  db: Db,
  ownerId: string,
  sealed: { idSha256: string; authKeySha256: string },
): Promise<ShareRow | undefined> {
  const row = await ownShares(db, ownerId)
    .where("shares.idSha256", "=", sealed.idSha256)
    .where("shares.authKeySha256", "=", sealed.authKeySha256)
    .executeTakeFirst();
  return row && toShareRow(row);
}

/** Newest first. */
export async function listShares(
  db: Db,
  ownerId: string,
  page: {
    leadId: number | undefined;
    studyId: number | undefined;
    beforeId: number | undefined;
    limit: number;
  },
): Promise<ShareRow[]> {
  let query = ownShares(db, ownerId).orderBy("shares.id", "desc").limit(page.limit);
  if (page.leadId !== undefined) query = query.where("shares.leadId", "=", page.leadId);
  if (page.studyId !== undefined) query = query.where("shares.studyId", "=", page.studyId);
  if (page.beforeId !== undefined) query = query.where("shares.id", "<", page.beforeId);
  return (await query.execute()).map(toShareRow);
}

export async function setShareMemo(trx: Db, shareId: number, sealedMemo: string): Promise<void> {
  await trx.updateTable("shares").set({ sealedMemo }).where("id", "=", shareId).execute();
}

export async function setShareLimits(
  trx: Db,
  shareId: number,
  limits: { expiresAt: string; maxViews: number },
): Promise<void> {
  await trx.updateTable("shares").set(limits).where("id", "=", shareId).execute();
}

/** Of these notes, those that the author wrote, and the lead that each is of. */
export async function listOwnNoteHomes(
  db: Db,
  authorId: string,
  noteIds: readonly number[],
): Promise<{ id: number; leadId: number | null }[]> {
  return db
    .selectFrom("notes")
    .select(["id", "leadId"])
    .where("authorId", "=", authorId)
    .where(isAmong(db, "id", noteIds))
    .execute();
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
  return selectShares(db).where("shares.ownerId", "=", ownerId);
}

/** Of the team: who has an account stands behind each. */
export function selectShares(db: Db) {
  return db
    .selectFrom("shares")
    .innerJoin("user", "user.id", "shares.ownerId")
    .leftJoin("leads", "leads.id", "shares.leadId")
    .leftJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("studies", "studies.id", "shares.studyId")
    .select([
      "shares.id",
      "user.id as ownerId",
      "user.name as ownerName",
      "shares.createdAt",
      "shares.expiresAt",
      "shares.maxViews",
      "shares.views",
      "shares.failures",
      "shares.revokedAt",
      "shares.revokedBecause",
      "shares.sealedMemo",
      "shares.takesReplies",
      "shares.leadId",
      "leads.siteId",
      "sites.name as siteName",
      "leads.firstName",
      "leads.lastName",
      "leads.erasedAt as leadErasedAt",
      "shares.studyId",
      "studies.title as studyTitle",
    ]);
}

export function toShareRow<T extends { takesReplies: 0 | 1 }>(
  row: T,
): Omit<T, "takesReplies"> & { takesReplies: boolean } {
  return { ...row, takesReplies: row.takesReplies === 1 };
}
