// Pairs of leads that may be one person: found, decided on, and remembered. The lower number stands first.
import type { DuplicateReason } from "@studydesk/domain/duplicates/compare-people";
import { duplicateReasons } from "@studydesk/domain/duplicates/compare-people";
import type { PairInput, PairState } from "@studydesk/domain/duplicates/duplicate-pair";
import type { ExpressionBuilder } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Row, Schema } from "../schema";
import { isWithin } from "../sites/is-within";

export interface PairRecord extends Omit<Row<"duplicatePairs">, "reasons"> {
  reasons: DuplicateReason[];
}

export interface FoundPair {
  leadA: number;
  leadB: number;
  siteId: number;
  reasons: readonly DuplicateReason[];
  strength: number;
}

export function inOrder({ leadA, leadB }: PairInput): PairInput {
  return leadA < leadB ? { leadA, leadB } : { leadA: leadB, leadB: leadA };
}

/** Keeps what was found on an open pair; what somebody decided stands. Gives whether the pair is new. */
export async function keepPair(trx: Db, pair: FoundPair, at: string): Promise<boolean> {
  const { leadA, leadB } = pair;
  const reasons = pair.reasons.join(" ");
  const added = await trx
    .insertInto("duplicatePairs")
    .values({ ...pair, reasons, foundAt: at, state: "open" })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((added.numInsertedOrUpdatedRows ?? 0n) > 0n) return true;
  await trx
    .updateTable("duplicatePairs")
    .set({ reasons, strength: pair.strength })
    .where("leadA", "=", leadA)
    .where("leadB", "=", leadB)
    .where("state", "=", "open")
    .execute();
  return false;
}

/** Nothing speaks for it any more. */
export async function dropOpenPair(trx: Db, { leadA, leadB }: PairInput): Promise<void> {
  await trx
    .deleteFrom("duplicatePairs")
    .where("leadA", "=", leadA)
    .where("leadB", "=", leadB)
    .where("state", "=", "open")
    .execute();
}

/** All pairs that one of these leads is in, whatever was decided on them. */
export async function listPairsAmong(db: Db, leadIds: readonly number[]): Promise<PairRecord[]> {
  if (leadIds.length === 0) return [];
  const rows = await db
    .selectFrom("duplicatePairs")
    .selectAll()
    .where(isAmong(db, "leadA", leadIds))
    .union(
      db
        .selectFrom("duplicatePairs")
        .selectAll()
        .where(isAmong(db, "leadB", leadIds)),
    )
    .execute();
  return rows.map(toPair);
}

/** Undefined: nobody found it, or it is another site's. */
export async function findPair(
  db: Db,
  siteIds: readonly number[],
  pair: PairInput,
): Promise<PairRecord | undefined> {
  const { leadA, leadB } = inOrder(pair);
  const row = await db
    .selectFrom("duplicatePairs")
    .selectAll()
    .where("leadA", "=", leadA)
    .where("leadB", "=", leadB)
    .where(isWithin("siteId", siteIds))
    .executeTakeFirst();
  return row && toPair(row);
}

/** False: somebody decided otherwise in between. */
export async function decidePair(
  trx: Db,
  pair: PairInput,
  { from, to, by, at }: { from: PairState; to: PairState; by: string | null; at: string | null },
): Promise<boolean> {
  const { leadA, leadB } = inOrder(pair);
  const result = await trx
    .updateTable("duplicatePairs")
    .set({ state: to, decidedBy: by, decidedAt: at })
    .where("leadA", "=", leadA)
    .where("leadB", "=", leadB)
    .where("state", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface PairCursor {
  strength: number;
  leadB: number;
  leadA: number;
}

/** Strongest first. A lead that is no lead any more (spam, merged, erased) is in no open pair. */
export async function listOpenPairs(
  db: Db,
  siteIds: readonly number[],
  { after, limit }: { after?: PairCursor | undefined; limit: number },
): Promise<PairRecord[]> {
  const rows = await openPairs(db, siteIds)
    .selectAll("duplicatePairs")
    .$if(after !== undefined, (query) => query.where((eb) => isBehind(eb, after)))
    .orderBy("strength", "desc")
    .orderBy("leadB", "desc")
    .orderBy("leadA", "desc")
    .limit(limit)
    .execute();
  return rows.map(toPair);
}

export async function countOpenPairs(
  db: Db,
  siteIds: readonly number[],
  most: number,
): Promise<number> {
  const rows = await openPairs(db, siteIds).select("duplicatePairs.leadA").limit(most).execute();
  return rows.length;
}

/** The open pairs of one lead, strongest first. */
export async function listOpenPairsOf(
  db: Db,
  siteIds: readonly number[],
  leadId: number,
): Promise<PairRecord[]> {
  const rows = await openPairs(db, siteIds)
    .selectAll("duplicatePairs")
    .where((eb) => eb.or([eb("leadA", "=", leadId), eb("leadB", "=", leadId)]))
    .orderBy("strength", "desc")
    .orderBy("leadB", "desc")
    .limit(10)
    .execute();
  return rows.map(toPair);
}

function openPairs(db: Db, siteIds: readonly number[]) {
  return db
    .selectFrom("duplicatePairs")
    .innerJoin("leads as a", "a.id", "duplicatePairs.leadA")
    .innerJoin("leads as b", "b.id", "duplicatePairs.leadB")
    .where("duplicatePairs.state", "=", "open")
    .where(isWithin("duplicatePairs.siteId", siteIds))
    .where("a.status", "!=", "invalid")
    .where("b.status", "!=", "invalid")
    .where("a.erasedAt", "is", null)
    .where("b.erasedAt", "is", null);
}

function isBehind(eb: ExpressionBuilder<Schema, "duplicatePairs">, after: PairCursor | undefined) {
  const { strength, leadB, leadA } = after ?? { strength: 0, leadB: 0, leadA: 0 };
  return eb.or([
    eb("strength", "<", strength),
    eb.and([eb("strength", "=", strength), eb("leadB", "<", leadB)]),
    eb.and([eb("strength", "=", strength), eb("leadB", "=", leadB), eb("leadA", "<", leadA)]),
  ]);
}

function toPair({ reasons, ...row }: Row<"duplicatePairs">): PairRecord {
  const words = reasons.split(" ");
  return { ...row, reasons: duplicateReasons.filter((reason) => words.includes(reason)) };
}
