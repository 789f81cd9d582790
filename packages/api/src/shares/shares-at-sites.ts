// Shares of the people of a site, for its admins: who shared, when, on which lead, and how it stands; never a
// label, a word of it, or who opened it. They may end one.
import { inTransaction } from "@studydesk/db/open-database";
import { addShareEvent, revokeShare, type ShareRow } from "@studydesk/db/shares/share-queries";
import { findShareAtSites, listSharesAtSites } from "@studydesk/db/shares/site-share-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { recordShareChange } from "./record-share-change";
import { type ShareStanding, toShareStanding } from "./share-view";

export interface SiteShareView extends ShareStanding {
  ownerName: string;
}

const pageSize = 50;

/** Throws forbidden for whoever is no admin of any site. */
export async function readSharesAtSites(
  deps: Deps,
  viewer: Viewer,
  { cursor }: { cursor?: number | null | undefined },
): Promise<{ rows: SiteShareView[]; nextCursor: number | null }> {
  const siteIds = getAdminSites(viewer);
  const found = await listSharesAtSites(deps.db, siteIds, {
    beforeId: cursor ?? undefined,
    limit: pageSize + 1,
  });
  const shares = found.slice(0, pageSize);
  return {
    rows: shares.map((share) => toSiteShareView(share, siteIds, deps.now())),
    nextCursor: found.length > pageSize ? (shares.at(-1)?.id ?? null) : null,
  };
}

/** Ending what has ended already changes nothing and is no error. */
export async function revokeShareAtSite(
  deps: Deps,
  viewer: Viewer,
  { shareId }: { shareId: number },
): Promise<SiteShareView> {
  const siteIds = getAdminSites(viewer);
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const found = await findShareAtSites(trx, siteIds, shareId);
    if (!found) throw notFound("share");
    if (await revokeShare(trx, found.id, at, "admin")) {
      const event = { shareId: found.id, at, nonceSha256: null, device: null };
      await addShareEvent(trx, { ...event, kind: "revoked" });
      await recordShareChange(trx, found, {
        ...{ at, actorId: viewer.userId, action: "share.revoked" },
        details: { because: "admin" },
      });
    }
    const share = (await findShareAtSites(trx, siteIds, shareId)) ?? found;
    return toSiteShareView(share, siteIds, now);
  });
  deps.live.announce();
  return view;
}

function toSiteShareView(share: ShareRow, siteIds: readonly number[], now: Date): SiteShareView {
  return { ...toShareStanding(share, siteIds, now), ownerName: share.ownerName };
}

/** Throws forbidden for whoever is no admin of any site. */
export function getAdminSites(viewer: Viewer): number[] {
  const siteIds = siteIdsWithRole(viewer, "admin");
  if (siteIds.length > 0) return siteIds;
  throw new DomainError(
    "forbidden",
    "Admins look after what is shared at their site. Ask one of them to do this.",
  );
}
