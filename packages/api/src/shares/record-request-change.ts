// What a change of a request for a note leaves behind: an audit row, and a word to the same screens that hear of
// shares. Neither tells what is asked for, nor what came.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import type { Db } from "@studydesk/db/open-database";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
import { type ChangedShare, tellOfShare } from "./record-share-change";

export interface RequestChange {
  at: string;
  /** Null: nobody who is signed in. */
  actorId: string | null;
  action: "request.created" | "request.answered" | "request.revoked";
  details: AuditDetails;
}

/** Call it last, like `recordChange`. */
export async function recordRequestChange(
  trx: Db,
  request: ChangedShare,
  { at, actorId, action, details }: RequestChange,
): Promise<void> {
  const { siteId } = request;
  const subjectId = String(request.id);
  await addAudit(trx, { at, actorId, action, subject: "request", subjectId, siteId, details });
  await tellOfShare(trx, request, { at, byUserId: actorId });
}
