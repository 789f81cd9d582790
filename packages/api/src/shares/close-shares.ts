// Whoever leaves a site leaves no open links behind: what they shared of its leads ends with their last role
// there, and everything with their last role of all.
import type { Db } from "@studydesk/db/open-database";
import { addShareEvent } from "@studydesk/db/shares/share-queries";
import {
  closeNoteRequestsOf,
  closeSharesOf,
  type EndedAccess,
} from "@studydesk/db/shares/site-share-queries";
import { recordShareChange } from "./record-share-change";

/** Says how many of each were ended. */
export async function closeShares(
  trx: Db,
  ended: EndedAccess,
  { at, actorId }: { at: string; actorId: string | null },
): Promise<{ shares: number; requests: number }> {
  const requests = await closeNoteRequestsOf(trx, ended, at);
  const shares = await closeSharesOf(trx, ended, at);
  for (const { id, siteId } of shares) {
    await addShareEvent(trx, { shareId: id, at, kind: "revoked", nonceSha256: null, device: null });
    await recordShareChange(
      trx,
      { id, siteId, ownerId: ended.userId },
      { at, actorId, action: "share.revoked", details: { because: "account_closed" } },
    );
  }
  return { shares: shares.length, requests };
}
