// Links by which somebody outside is asked for a note. Found by the digest of their id for who holds the link;
// for their owner, who stands in every WHERE of the rest.
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export async function addNoteRequest(
  trx: Db,
  request: Omit<NewRow<"noteRequests">, "sealedLabel">,
  seal: (id: number) => string,
): Promise<number> {
  const { id } = await trx
    .insertInto("noteRequests")
    .values(request)
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("noteRequests")
    .set({ sealedLabel: seal(id) })
    .where("id", "=", id)
    .execute();
  return id;
}

export async function findRequestDigests(
  db: Db,
  idSha256: string,
): Promise<Pick<Row<"noteRequests">, "id" | "linkProofSha256" | "leadId" | "ownerId"> | undefined> {
  return db
    .selectFrom("noteRequests")
    .select(["id", "linkProofSha256", "leadId", "ownerId"])
    .where("idSha256", "=", idSha256)
    .executeTakeFirst();
}

export async function readRequest(db: Db, id: number): Promise<Row<"noteRequests">> {
  return db.selectFrom("noteRequests").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** `siteId`: of the lead; null for one on a study. */
export type LockedRequest = Row<"noteRequests"> & { siteId: number | null };

/** Holds the row until the transaction ends: on either engine a write that changes nothing does so. */
export async function lockRequest(trx: Db, id: number): Promise<LockedRequest> {
  const request = await trx
    .updateTable("noteRequests")
    .set({ received: sql<number>`received` })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (request.leadId === null) return { ...request, siteId: null };
  const lead = await trx
    .selectFrom("leads")
    .select("siteId")
    .where("id", "=", request.leadId)
    .executeTakeFirstOrThrow();
  return { ...request, siteId: lead.siteId };
}

export async function countReceived(trx: Db, id: number): Promise<void> {
  await trx
    .updateTable("noteRequests")
    .set({ received: sql<number>`received + 1` })
    .where("id", "=", id)
    .execute();
}

export type OwnRequestRow = Awaited<ReturnType<typeof listOwnRequests>>[number];

/** Newest first. */
export async function listOwnRequests(
  db: Db,
  ownerId: string,
  page: {
    leadId: number | undefined;
    studyId: number | undefined;
    beforeId: number | undefined;
    limit: number;
  },
) {
  let query = ownRequests(db, ownerId).orderBy("noteRequests.id", "desc").limit(page.limit);
  if (page.leadId !== undefined) query = query.where("noteRequests.leadId", "=", page.leadId);
  if (page.studyId !== undefined) query = query.where("noteRequests.studyId", "=", page.studyId);
  if (page.beforeId !== undefined) query = query.where("noteRequests.id", "<", page.beforeId);
  return query.execute();
}

export async function findOwnRequest(
  db: Db,
  ownerId: string,
  id: number,
): Promise<OwnRequestRow | undefined> {
  return ownRequests(db, ownerId).where("noteRequests.id", "=", id).executeTakeFirst();
}

/** The one that the same browser made with the same link: its answer got lost. */
export async function findSameRequest(
  db: Db,
  ownerId: string,
  link: { idSha256: string; linkProofSha256: string },
): Promise<OwnRequestRow | undefined> {
  return ownRequests(db, ownerId)
    .where("noteRequests.idSha256", "=", link.idSha256)
    .where("noteRequests.linkProofSha256", "=", link.linkProofSha256)
    .executeTakeFirst();
}

/** Whether it was not revoked before. */
export async function revokeRequest(
  trx: Db,
  id: number,
  at: string,
  because: NonNullable<Row<"noteRequests">["revokedBecause"]>,
): Promise<boolean> {
  const revoked = await trx
    .updateTable("noteRequests")
    .set({ revokedAt: at, revokedBecause: because })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

function ownRequests(db: Db, ownerId: string) {
  return selectRequests(db).where("noteRequests.ownerId", "=", ownerId);
}

/** What each is about stands beside it. */
export function selectRequests(db: Db) {
  return db
    .selectFrom("noteRequests")
    .innerJoin("user", "user.id", "noteRequests.ownerId")
    .leftJoin("leads", "leads.id", "noteRequests.leadId")
    .leftJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("studies", "studies.id", "noteRequests.studyId")
    .select([
      ...(["noteRequests.id", "noteRequests.ownerId", "noteRequests.idSha256"] as const),
      ...(["noteRequests.linkProofSha256", "noteRequests.leadId", "noteRequests.studyId"] as const),
      ...([
        "noteRequests.sealedLabel",
        "noteRequests.createdAt",
        "noteRequests.expiresAt",
      ] as const),
      ...(["noteRequests.maxNotes", "noteRequests.received", "noteRequests.revokedAt"] as const),
      ...(["noteRequests.revokedBecause", "leads.siteId", "leads.firstName"] as const),
      ...(["leads.lastName", "leads.erasedAt as leadErasedAt"] as const),
      ...(["user.name as ownerName", "sites.name as siteName"] as const),
      "studies.title as studyTitle",
    ]);
}
