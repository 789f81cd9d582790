// Shares as a site's admins see them: that they are there, whose, on whom, how they stand. And their end when
// somebody leaves a site.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";
import { type ShareRow, selectShares, toShareRow } from "./share-queries";

/** On leads of these sites, and on studies by whoever works there; newest first. */
export async function listSharesAtSites(
  db: Db,
  siteIds: readonly number[],
  page: { beforeId: number | undefined; limit: number },
): Promise<ShareRow[]> {
  let query = sharesAtSites(db, siteIds).orderBy("shares.id", "desc").limit(page.limit);
  if (page.beforeId !== undefined) query = query.where("shares.id", "<", page.beforeId);
  return (await query.execute()).map(toShareRow);
}

export async function findShareAtSites(
  db: Db,
  siteIds: readonly number[],
  shareId: number,
): Promise<ShareRow | undefined> {
  const row = await sharesAtSites(db, siteIds).where("shares.id", "=", shareId).executeTakeFirst();
  return row && toShareRow(row);
}

/** Whose access ends: to the leads of one site, or to everything. */
export interface EndedAccess {
  userId: string;
  /** Undefined: everywhere. */
  siteId: number | undefined;
}

/** Ends those that were not revoked before, and gives them. */
export async function closeSharesOf(
  trx: Db,
  ended: EndedAccess,
  at: string,
): Promise<{ id: number; siteId: number | null }[]> {
  const shares = await trx
    .selectFrom("shares")
    .leftJoin("leads", "leads.id", "shares.leadId")
    .select(["shares.id", "leads.siteId"])
    .where("shares.ownerId", "=", ended.userId)
    .where("shares.revokedAt", "is", null)
    .where(isAtSite(ended))
    .orderBy("shares.id")
    .execute();
  const ids = shares.map(({ id }) => id);
  await trx
    .updateTable("shares")
    .set({ revokedAt: at, revokedBecause: "account_closed" })
    .where(isAmong(trx, "id", ids))
    .execute();
  return shares;
}

/** The same for links by which notes are asked for; says how many ended. */
export async function closeNoteRequestsOf(
  trx: Db,
  ended: EndedAccess,
  at: string,
): Promise<number> {
  const theirs = trx
    .selectFrom("noteRequests as request")
    .leftJoin("leads", "leads.id", "request.leadId")
    .select("request.id")
    .where("request.ownerId", "=", ended.userId)
    .where("request.revokedAt", "is", null)
    .where(isAtSite(ended));
  const { numUpdatedRows } = await trx
    .updateTable("noteRequests")
    .set({ revokedAt: at, revokedBecause: "account_closed" })
    .where("id", "in", theirs)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

function isAtSite({ siteId }: EndedAccess): Expression<SqlBool> {
  return siteId === undefined ? sql`1 = 1` : isWithin("leads.siteId", [siteId]);
}

function sharesAtSites(db: Db, siteIds: readonly number[]) {
  return selectShares(db).where((eb) =>
    eb.or([
      isWithin("leads.siteId", siteIds),
      eb.and([eb("shares.studyId", "is not", null), eb.exists(roleOfOwner(eb, siteIds))]),
    ]),
  );
}

function roleOfOwner(eb: ExpressionBuilder<Schema, "shares">, siteIds: readonly number[]) {
  return eb
    .selectFrom("siteRoles")
    .select("siteRoles.userId")
    .whereRef("siteRoles.userId", "=", "shares.ownerId")
    .where(isWithin("siteRoles.siteId", siteIds));
}
