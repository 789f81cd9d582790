// What came from outside, sealed to its owner's browsers. The owner stands in every WHERE of what is read, and so
// do the sites they still work at: what came about a lead stays with the lead's site.
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";
import { isWithin } from "../sites/is-within";

export async function addReceivedNote(trx: Db, received: NewRow<"receivedNotes">): Promise<void> {
  await trx.insertInto("receivedNotes").values(received).execute();
}

/** How many replies a share had in its life, and when it was last opened. */
export async function readReplyHistory(
  trx: Db,
  shareId: number,
  nonceSha256: string,
): Promise<{ replies: number; isSameReply: boolean; lastOpenedAt: string | null }> {
  const events = await trx
    .selectFrom("shareEvents")
    .select(["kind", "at", "nonceSha256"])
    .where("shareId", "=", shareId)
    .where("kind", "in", ["opened", "replied"])
    .orderBy("id")
    .execute();
  const replies = events.filter(({ kind }) => kind === "replied");
  return {
    replies: replies.length,
    isSameReply: replies.some((reply) => reply.nonceSha256 === nonceSha256),
    lastOpenedAt: events.findLast(({ kind }) => kind === "opened")?.at ?? null,
  };
}

export async function hasReceivedWithNonce(
  db: Db,
  requestId: number,
  nonceSha256: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("receivedNotes")
    .select("id")
    .where("requestId", "=", requestId)
    .where("nonceSha256", "=", nonceSha256)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ReceivedReader {
  ownerId: string;
  siteIds: readonly number[];
}

export type ReceivedRow = Awaited<ReturnType<typeof listReceivedNotes>>[number];

/** Newest first. */
export async function listReceivedNotes(
  db: Db,
  reader: ReceivedReader,
  page: {
    leadId: number | undefined;
    studyId: number | undefined;
    beforeId: number | undefined;
    limit: number;
  },
) {
  let query = received(db, reader).orderBy("receivedNotes.id", "desc").limit(page.limit);
  if (page.leadId !== undefined) query = query.where("receivedNotes.leadId", "=", page.leadId);
  if (page.studyId !== undefined) query = query.where("receivedNotes.studyId", "=", page.studyId);
  if (page.beforeId !== undefined) query = query.where("receivedNotes.id", "<", page.beforeId);
  return query.execute();
}

export async function countReceivedNotes(db: Db, reader: ReceivedReader): Promise<number> {
  const { count } = await receivedBy(db, reader)
    .select((eb) => eb.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findReceivedNote(
  db: Db,
  reader: ReceivedReader,
  id: number,
): Promise<ReceivedRow | undefined> {
  return received(db, reader).where("receivedNotes.id", "=", id).executeTakeFirst();
}

/** False: it is gone already, and whatever comes of it came before. */
export async function deleteReceivedNote(
  trx: Db,
  { id, ownerId }: Pick<Row<"receivedNotes">, "id" | "ownerId">,
): Promise<boolean> {
  const result = await trx
    .deleteFrom("receivedNotes")
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function received(db: Db, reader: ReceivedReader) {
  return receivedBy(db, reader)
    .leftJoin("studies", "studies.id", "receivedNotes.studyId")
    .leftJoin("shares", "shares.id", "receivedNotes.shareId")
    .leftJoin("noteRequests", "noteRequests.id", "receivedNotes.requestId")
    .select([
      ...(["receivedNotes.id", "receivedNotes.ownerId", "receivedNotes.leadId"] as const),
      ...(["receivedNotes.studyId", "receivedNotes.shareId", "receivedNotes.requestId"] as const),
      ...(["receivedNotes.sealed", "receivedNotes.receivedAt", "leads.siteId"] as const),
      ...(["leads.firstName", "leads.lastName", "studies.title as studyTitle"] as const),
      ...(["shares.idSha256 as shareSha256", "shares.sealedMemo"] as const),
      ...(["noteRequests.idSha256 as requestSha256", "noteRequests.sealedLabel"] as const),
    ]);
}

function receivedBy(db: Db, { ownerId, siteIds }: ReceivedReader) {
  return db
    .selectFrom("receivedNotes")
    .leftJoin("leads", "leads.id", "receivedNotes.leadId")
    .where("receivedNotes.ownerId", "=", ownerId)
    .where((eb) =>
      eb.or([eb("receivedNotes.leadId", "is", null), isWithin("leads.siteId", siteIds)]),
    );
}
