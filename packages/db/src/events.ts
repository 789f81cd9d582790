// Live events: written in the change's own transaction, read by the streams. They carry ids only.
import { lockAuditHead } from "./dialect";
import type { Db } from "./open-database";
import type { EventKind } from "./schema/outbox";
import { isWithin } from "./sites/is-within";

export interface LiveEvent {
  id: number;
  kind: EventKind;
  subjectId: string;
  siteId: number | null;
  byUserId: string | null;
}

/** Under the audit's lock, so that ids follow the order of commits: no stream reads past one to come. */
export async function addEvent(
  trx: Db,
  event: Omit<LiveEvent, "id"> & { at: string },
): Promise<void> {
  await lockAuditHead(trx);
  await trx.insertInto("events").values(event).execute();
}

/** Newest event id, of these kinds or of all; a stream that starts now begins behind it. */
export async function findLastEventId(db: Db, kinds?: readonly EventKind[]): Promise<number> {
  let query = db.selectFrom("events").select("id").orderBy("id", "desc").limit(1);
  if (kinds) query = query.where("kind", "in", kinds);
  const row = await query.executeTakeFirst();
  return row?.id ?? 0;
}

/** Events of these sites, and those of no site when `withInstallation`, oldest first, 500 at most. */
export async function listEventsAfter(
  db: Db,
  afterId: number,
  siteIds: readonly number[],
  withInstallation: boolean,
): Promise<LiveEvent[]> {
  return db
    .selectFrom("events")
    .select(["id", "kind", "subjectId", "siteId", "byUserId"])
    .where("id", ">", afterId)
    .where((eb) =>
      eb.or([isWithin("siteId", siteIds), ...(withInstallation ? [eb("siteId", "is", null)] : [])]),
    )
    .orderBy("id")
    .limit(500)
    .execute();
}

/** A stream that comes back after longer than this loads everything anew anyway. */
export async function deleteEventsBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom("events").where("at", "<", at).execute();
}
