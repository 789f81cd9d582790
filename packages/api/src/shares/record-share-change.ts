// What a change of a share leaves behind. One on a lead is its site's matter; one on a study is no single
// site's, so the screens of all sites where its owner works hear of it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addEvent } from "@studydesk/db/events";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";

export interface ChangedShare {
  id: number;
  /** Null: it is on a study. */
  siteId: number | null;
  ownerId: string;
}

export interface ShareChange {
  at: string;
  /** Null: nobody who is signed in. */
  actorId: string | null;
  action: "share.created" | "share.opened" | "share.replied" | "share.revoked" | "share.extended";
  details: AuditDetails;
}

/** Call it last, like `recordChange`. */
export async function recordShareChange(
  trx: Db,
  share: ChangedShare,
  { at, actorId, action, details }: ShareChange,
): Promise<void> {
  const subjectId = String(share.id);
  const { siteId } = share;
  await addAudit(trx, { at, actorId, action, subject: "share", subjectId, siteId, details });
  await tellOfShare(trx, share, { at, byUserId: actorId });
}

export async function tellOfShare(
  trx: Db,
  { id, siteId, ownerId }: ChangedShare,
  { at, byUserId }: { at: string; byUserId: string | null },
): Promise<void> {
  const own = siteId === null ? await listRolesOf(trx, ownerId) : [{ siteId }];
  for (const site of new Set(own.map((role) => role.siteId))) {
    await addEvent(trx, { at, kind: "share", subjectId: String(id), siteId: site, byUserId });
  }
}
