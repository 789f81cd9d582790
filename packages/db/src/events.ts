// Live events: written in the change's own transaction, read by the streams. They carry ids only.
import { compileOnce } from "./compile-once";
import { lockAuditHead } from "./dialect";
import type { Db } from "./open-database";
import type { EventKind } from "./schema/outbox";

export interface LiveEvent {
  id: number;
  kind: EventKind;
  subjectId: string;
  siteId: number | null;
  byUserId: string | null;
}

const insertRow = compileOnce<{
  at: string;
  kind: EventKind;
  subjectId: string;
  siteId: number | null;
  byUserId: string | null;
}>()((db, { one }) =>
  db.insertInto("events").values({
    at: one("at"),
    kind: one("kind"),
    subjectId: one("subjectId"),
    siteId: one("siteId"),
    byUserId: one("byUserId"),
  }),
);

/** Under the audit's lock, so that ids follow the order of commits: no stream reads past one to come. */
export async function addEvent(
  trx: Db,
  event: Omit<LiveEvent, "id"> & { at: string },
): Promise<void> {
  await lockAuditHead(trx);
  await insertRow(trx, event);
}

const findLastOf = compileOnce<{ kind: EventKind }>()((db, { one }) =>
  db
    .selectFrom("events")
    .select("id")
    .where("kind", "=", one("kind"))
    .orderBy("id", "desc")
    .limit(1),
);

/** Newest event id, of these kinds or of all; a stream that starts now begins behind it. */
export async function findLastEventId(db: Db, kinds?: readonly EventKind[]): Promise<number> {
  if (kinds) {
    // Kind by kind: each is the end of a stretch of one index.
    const last = await Promise.all(kinds.map((kind) => findLastOf(db, { kind })));
    return Math.max(0, ...last.flat().map(({ id }) => id));
  }
  const row = await db
    .selectFrom("events")
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** Of all sites, oldest first, so many at most: who may see which is the reader's to say. */
export async function listEventsAfter(
  db: Db,
  afterId: number,
  limit: number,
): Promise<LiveEvent[]> {
  return db
    .selectFrom("events")
    .select(["id", "kind", "subjectId", "siteId", "byUserId"])
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** A stream that comes back after longer than this loads everything anew anyway. */
export async function deleteEventsBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom("events").where("at", "<", at).execute();
}
