// Invitations. Only the SHA-256 of a token is kept; one is open until it is accepted, revoked or expired.
import type { Role, SiteScope } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface NewInvitation {
  email: string;
  siteId: number;
  role: Role;
  tokenSha256: string;
  /** Null: made on the server's command line. */
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
}

export async function addInvitation(trx: Db, invitation: NewInvitation): Promise<number> {
  const { id } = await trx
    .insertInto("invitations")
    .values({ ...invitation, acceptedAt: null, revokedAt: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface OpenInvitation {
  id: number;
  email: string;
  siteId: number;
  siteName: string;
  role: Role;
  expiresAt: string;
}

/** Undefined for an unknown, used, revoked or expired one alike. */
export async function findOpenInvitation(
  db: Db,
  tokenSha256: string,
  at: string,
): Promise<OpenInvitation | undefined> {
  return waitingInvitations(db)
    .innerJoin("sites", "sites.id", "invitations.siteId")
    .select(shown)
    .where("tokenSha256", "=", tokenSha256)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
}

const shown = [
  "invitations.id",
  "invitations.email",
  "invitations.siteId",
  "sites.name as siteName",
  "invitations.role",
  "invitations.expiresAt",
] as const;

function waitingInvitations(db: Db) {
  return db
    .selectFrom("invitations")
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null);
}

function updateWaiting(trx: Db) {
  return trx
    .updateTable("invitations")
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null);
}

/** False: somebody was faster, or it is open no longer. */
export async function markInvitationAccepted(trx: Db, id: number, at: string): Promise<boolean> {
  const result = await updateWaiting(trx)
    .set({ acceptedAt: at })
    .where("id", "=", id)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface ListedInvitation extends OpenInvitation {
  invitedByName: string | null;
  createdAt: string;
}

/** Neither accepted nor revoked, newest first; expired ones stay until they are revoked. */
export async function listWaitingInvitations(
  db: Db,
  sites: SiteScope,
): Promise<ListedInvitation[]> {
  return waitingInvitations(db)
    .innerJoin("sites", "sites.id", "invitations.siteId")
    .leftJoin("user", "user.id", "invitations.invitedBy")
    .select([...shown, "user.name as invitedByName", "invitations.createdAt"])
    .where(isWithin("invitations.siteId", sites))
    .orderBy("invitations.createdAt", "desc")
    .orderBy("invitations.id", "desc")
    .execute();
}

export async function findWaitingInvitation(
  db: Db,
  id: number,
): Promise<{ id: number; siteId: number } | undefined> {
  return waitingInvitations(db).select(["id", "siteId"]).where("id", "=", id).executeTakeFirst();
}

/** False: it was accepted or revoked in between. */
export async function revokeInvitation(trx: Db, id: number, at: string): Promise<boolean> {
  const result = await updateWaiting(trx)
    .set({ revokedAt: at })
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A new invitation to the same role takes the place of the older ones: one link works, not several. */
export async function revokeInvitationsTo(
  trx: Db,
  same: { email: string; siteId: number; role: Role },
  at: string,
): Promise<void> {
  await updateWaiting(trx)
    .set({ revokedAt: at })
    .where("email", "=", same.email)
    .where("siteId", "=", same.siteId)
    .where("role", "=", same.role)
    .execute();
}

/** What somebody sent and nobody answered yet, at one site or at all. Says how many ended. */
export async function revokeInvitationsBy(
  trx: Db,
  { invitedBy, siteId }: { invitedBy: string; siteId?: number },
  at: string,
): Promise<number> {
  const result = await updateWaiting(trx)
    .set({ revokedAt: at })
    .where("invitedBy", "=", invitedBy)
    .$if(siteId !== undefined, (query) => query.where("siteId", "=", siteId ?? 0))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
