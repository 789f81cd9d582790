// A link that is out already goes on for longer, or opens more often. What was revoked stays revoked: who
// ended it, or who guessed at it, had a reason.
import { inTransaction } from "@studydesk/db/open-database";
import { lockShare } from "@studydesk/db/shares/open-share-queries";
import {
  addShareEvent,
  findShare,
  listShareEvents,
  setShareLimits,
} from "@studydesk/db/shares/share-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { ExtendShareInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { recordShareChange } from "./record-share-change";
import { type ShareView, toShareView } from "./share-view";

const dayMs = 24 * 60 * 60 * 1000;

/** Throws not_found, and rule_broken for one that is revoked or was opened as often already. */
export async function extendShare(
  deps: Deps,
  viewer: Viewer,
  { shareId, expiresInDays, maxViews }: ExtendShareInput,
): Promise<ShareView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const found = await findShare(trx, viewer.userId, shareId);
    if (!found) throw notFound("share");
    // Held, so that neither an opening nor an end comes in between.
    const { revokedAt, views, siteId } = await lockShare(trx, found.id);
    if (siteId !== null && !siteIdsOf(viewer).includes(siteId)) throw notFound("share");
    if (revokedAt !== null) {
      throw new DomainError(
        "rule_broken",
        "This link was revoked, and stays so. Make a new link in its place.",
        { reason: "revoked" },
      );
    }
    if (maxViews <= views) {
      throw new DomainError(
        "rule_broken",
        "It was opened as often as that already. Allow more views, up to 50 in all, or make a new link.",
        { reason: "too_few_views", details: { views } },
      );
    }
    const expiresAt = new Date(now.getTime() + expiresInDays * dayMs).toISOString();
    await setShareLimits(trx, found.id, { expiresAt, maxViews });
    const event = { shareId: found.id, at, nonceSha256: null, device: null };
    await addShareEvent(trx, { ...event, kind: "extended" });
    await recordShareChange(trx, found, {
      ...{ at, actorId: viewer.userId, action: "share.extended" },
      details: { expiresAt, maxViews },
    });
    const share = (await findShare(trx, viewer.userId, found.id)) ?? found;
    const reader = { keys: deps.noteKeys, viewer, now };
    return toShareView(reader, share, await listShareEvents(trx, [share.id]));
  });
  deps.live.announce();
  return view;
}
