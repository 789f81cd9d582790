// Visits of leads at their sites.
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import type { Row, RowChanges } from "../schema";
import { isWithin } from "../sites/is-within";

export type StoredVisit = Row<"visits">;

const findNextRow = compileOnce<{ leadId: number }>()((db, { one }) =>
  db
    .selectFrom("visits")
    .select(["id", "startsAt", "minutes", "place"])
    .where("leadId", "=", one("leadId"))
    .where("state", "=", "planned")
    .orderBy("startsAt")
    .orderBy("id")
    .limit(1),
);

/** The planned visit that comes first; one that should have been yesterday still waits to be told of. */
export async function findNextVisit(
  db: Db,
  leadId: number,
): Promise<Pick<StoredVisit, "id" | "startsAt" | "minutes" | "place"> | undefined> {
  const [visit] = await findNextRow(db, { leadId });
  return visit;
}

/** A planned visit of the lead, at that time, for as long and at the same place. */
export async function findSamePlanned(
  db: Db,
  {
    leadId,
    startsAt,
    minutes,
    place,
  }: Pick<StoredVisit, "leadId" | "startsAt" | "minutes" | "place">,
): Promise<StoredVisit | undefined> {
  return db
    .selectFrom("visits")
    .selectAll()
    .where("leadId", "=", leadId)
    .where("state", "=", "planned")
    .where("startsAt", "=", startsAt)
    .where("minutes", "=", minutes)
    .where("place", place === null ? "is" : "=", place)
    .limit(1)
    .executeTakeFirst();
}

/** When the first of a lead's visits was that were held. */
export async function findFirstHeld(db: Db, leadId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom("visits")
    .select("startsAt")
    .where("leadId", "=", leadId)
    .where("state", "=", "held")
    .orderBy("startsAt")
    .limit(1)
    .executeTakeFirst();
  return row?.startsAt;
}

/** Within these sites. */
export async function findVisit(
  db: Db,
  siteIds: readonly number[],
  id: number,
): Promise<StoredVisit | undefined> {
  return db
    .selectFrom("visits")
    .innerJoin("leads", "leads.id", "visits.leadId")
    .selectAll("visits")
    .where("visits.id", "=", id)
    .where(isWithin("leads.siteId", siteIds))
    .executeTakeFirst();
}

/** Newest first, with who planned each. */
export async function listVisitsOfLead(
  db: Db,
  leadId: number,
): Promise<(StoredVisit & { plannedBy: string | null })[]> {
  return db
    .selectFrom("visits")
    .leftJoin("user", "user.id", "visits.createdBy")
    .selectAll("visits")
    .select("user.name as plannedBy")
    .where("visits.leadId", "=", leadId)
    .orderBy("visits.startsAt", "desc")
    .orderBy("visits.id", "desc")
    .execute();
}

export async function addVisit(
  trx: Db,
  visit: Pick<StoredVisit, "leadId" | "startsAt" | "minutes" | "place" | "note" | "createdBy"> & {
    at: string;
  },
): Promise<StoredVisit> {
  const { at, ...planned } = visit;
  return trx
    .insertInto("visits")
    .values({ ...planned, state: "planned", createdAt: at, changedAt: at })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Over what was read; undefined: somebody was quicker. */
export async function changeVisit(
  trx: Db,
  { id, sequence, state }: Pick<StoredVisit, "id" | "sequence" | "state">,
  changes: RowChanges<"visits">,
): Promise<StoredVisit | undefined> {
  return trx
    .updateTable("visits")
    .set(changes)
    .where("id", "=", id)
    .where("sequence", "=", sequence)
    .where("state", "=", state)
    .returningAll()
    .executeTakeFirst();
}

/** Where and for how long people last came to the site. */
export async function findLastVisitOf(
  db: Db,
  siteId: number,
): Promise<Pick<StoredVisit, "place" | "minutes"> | undefined> {
  return db
    .selectFrom("visits")
    .innerJoin("leads", "leads.id", "visits.leadId")
    .select(["visits.place", "visits.minutes"])
    .where("leads.siteId", "=", siteId)
    .where("visits.place", "is not", null)
    .orderBy("visits.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export interface ListedVisit extends StoredVisit {
  siteId: number;
  siteName: string;
  siteTimeZone: string;
  firstName: string;
  lastName: string;
  status: Row<"leads">["status"];
  doNotContact: number;
  ownerName: string | null;
}

/** Planned ones of these sites that begin within the span (ISO-8601 UTC), the first one first. */
export async function listPlannedVisits(
  db: Db,
  siteIds: readonly number[],
  span: { from?: string | undefined; before?: string | undefined; limit: number },
): Promise<ListedVisit[]> {
  let query = db
    .selectFrom("visits")
    .innerJoin("leads", "leads.id", "visits.leadId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("user as owner", "owner.id", "leads.ownerId")
    .selectAll("visits")
    .select([
      "leads.siteId",
      "sites.name as siteName",
      "sites.timeZone as siteTimeZone",
      "leads.firstName",
      "leads.lastName",
      "leads.status",
      "leads.doNotContact",
      "owner.name as ownerName",
    ])
    .where("visits.state", "=", "planned")
    .where(isWithin("leads.siteId", siteIds));
  if (span.from) query = query.where("visits.startsAt", ">=", span.from);
  if (span.before) query = query.where("visits.startsAt", "<", span.before);
  return query.orderBy("visits.startsAt").orderBy("visits.id").limit(span.limit).execute();
}

export type UnremindedVisit = StoredVisit & { siteId: number };

/** Of all sites: planned, not reminded of, and beginning within the span. */
export async function listUnremindedVisits(
  db: Db,
  span: { from: string; until: string; limit: number },
): Promise<UnremindedVisit[]> {
  return db
    .selectFrom("visits")
    .innerJoin("leads", "leads.id", "visits.leadId")
    .selectAll("visits")
    .select("leads.siteId")
    .where("visits.state", "=", "planned")
    .where("visits.remindedAt", "is", null)
    .where("visits.startsAt", ">=", span.from)
    .where("visits.startsAt", "<=", span.until)
    .orderBy("visits.startsAt")
    .orderBy("visits.id")
    .limit(span.limit)
    .execute();
}

/** False: reminded of by somebody else, moved or called off meanwhile. */
export async function takeVisitReminder(
  trx: Db,
  { id, sequence }: Pick<StoredVisit, "id" | "sequence">,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("visits")
    .set({ remindedAt: at })
    .where("id", "=", id)
    .where("sequence", "=", sequence)
    .where("state", "=", "planned")
    .where("remindedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives those that were planned. */
export async function cancelPlannedVisits(
  trx: Db,
  leadId: number,
  at: string,
): Promise<Pick<StoredVisit, "id" | "startsAt">[]> {
  return trx
    .updateTable("visits")
    .set((eb) => ({ state: "cancelled", changedAt: at, sequence: eb("sequence", "+", 1) }))
    .where("leadId", "=", leadId)
    .where("state", "=", "planned")
    .returning(["id", "startsAt"])
    .execute();
}
