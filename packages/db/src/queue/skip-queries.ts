// Leads of Today that were put aside until a time; the reason itself stands on the lead's timeline.
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

/** One person's skip of a lead; a later one takes the place of the earlier. */
export async function keepSkip(
  trx: Db,
  skip: { leadId: number; leadVersion: number; byUserId: string; forAll: boolean; until: string },
): Promise<void> {
  const { leadId, leadVersion, byUserId, until } = skip;
  const forAll = skip.forAll ? 1 : 0;
  await trx
    .insertInto("leadSkips")
    .values({ leadId, leadVersion, byUserId, forAll, until })
    .onConflict((oc) =>
      oc.columns(["leadId", "byUserId"]).doUpdateSet({ forAll, until, leadVersion }),
    )
    .execute();
}

/** What rests for this person now, whoever put it aside; no more than a query takes. */
export async function listRestingLeads(
  db: Db,
  { userId, now }: { userId: string; now: string },
): Promise<number[]> {
  const rows = await db
    .selectFrom("leadSkips")
    .innerJoin("leads", "leads.id", "leadSkips.leadId")
    .select("leadSkips.leadId")
    .distinct()
    .where("leadSkips.until", ">", now)
    .whereRef("leadSkips.leadVersion", "=", "leads.version")
    .where((eb) => eb.or([eb("leadSkips.forAll", "=", 1), eb("leadSkips.byUserId", "=", userId)]))
    .limit(2_000)
    .execute();
  return rows.map(({ leadId }) => leadId);
}

/** What this person put aside, that has not come back by itself. */
export async function listSkippedLeads(
  db: Db,
  siteIds: readonly number[],
  byUserId: string,
  now: string,
): Promise<number[]> {
  const rows = await db
    .selectFrom("leadSkips")
    .innerJoin("leads", "leads.id", "leadSkips.leadId")
    .select("leadSkips.leadId")
    .where("leadSkips.byUserId", "=", byUserId)
    .where("leadSkips.until", ">", now)
    .whereRef("leadSkips.leadVersion", "=", "leads.version")
    .where(isWithin("leads.siteId", siteIds))
    .where((eb) => eb.or([eb("leads.ownerId", "is", null), eb("leads.ownerId", "=", byUserId)]))
    .orderBy("leadSkips.until")
    .limit(200)
    .execute();
  return rows.map(({ leadId }) => leadId);
}

export async function deleteSkips(
  db: Db,
  byUserId: string,
  leadIds: readonly number[],
): Promise<void> {
  if (leadIds.length === 0) return;
  await db
    .deleteFrom("leadSkips")
    .where("byUserId", "=", byUserId)
    .where("leadId", "in", [...leadIds])
    .execute();
}

export async function deleteEndedSkips(db: Db, now: string): Promise<void> {
  await db.deleteFrom("leadSkips").where("until", "<=", now).execute();
}
