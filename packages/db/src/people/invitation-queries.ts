// Invitations. Only the SHA-256 of a token is kept; one is open until it is accepted, revoked or expired.
import type { Role } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import { isWithin, type SiteScope } from "../sites/site-scope";

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

export async function insertInvitation(trx: Db, invitation: NewInvitation): Promise<number> {
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
  return db
    .selectFrom("invitations")
    .innerJoin("sites", "sites.id", "invitations.siteId")
    .select([
      "invitations.id",
      "invitations.email",
      "invitations.siteId",
      "sites.name as siteName",
      "invitations.role",
      "invitations.expiresAt",
    ])
    .where("tokenSha256", "=", tokenSha256)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
}

/** False: somebody was faster, or it is open no longer. */
export async function markInvitationAccepted(trx: Db, id: number, at: string): Promise<boolean> {
  const result = await trx
    .updateTable("invitations")
    .set({ acceptedAt: at })
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
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
  return db
    .selectFrom("invitations")
    .innerJoin("sites", "sites.id", "invitations.siteId")
    .leftJoin("user", "user.id", "invitations.invitedBy")
    .select([
      "invitations.id",
      "invitations.email",
      "invitations.siteId",
      "sites.name as siteName",
      "invitations.role",
      "user.name as invitedByName",
      "invitations.createdAt",
      "invitations.expiresAt",
    ])
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .where(isWithin("invitations.siteId", sites))
    .orderBy("invitations.createdAt", "desc")
    .orderBy("invitations.id", "desc")
    .execute();
}

export async function findWaitingInvitation(
  db: Db,
  id: number,
): Promise<{ id: number; siteId: number } | undefined> {
  return db
    .selectFrom("invitations")
    .select(["id", "siteId"])
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
}

/** False: it was accepted or revoked in between. */
export async function revokeInvitation(trx: Db, id: number, at: string): Promise<boolean> {
  const result = await trx
    .updateTable("invitations")
    .set({ revokedAt: at })
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A new invitation to the same role takes the place of the older ones: one link works, not several. */
export async function revokeInvitationsTo(
  trx: Db,
  same: { email: string; siteId: number; role: Role },
  at: string,
): Promise<void> {
  await trx
    .updateTable("invitations")
    .set({ revokedAt: at })
    .where("email", "=", same.email)
    .where("siteId", "=", same.siteId)
    .where("role", "=", same.role)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute();
}
