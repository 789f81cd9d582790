// Requests for notes of the people of a site, for its admins: who asked, when, about which lead, and how many notes
// came; never a label, nor what is asked for. They may end one.
import { inTransaction } from "@studydesk/db/open-database";
import { type OwnRequestRow, revokeRequest } from "@studydesk/db/shares/note-request-queries";
import { findRequestAtSites, listRequestsAtSites } from "@studydesk/db/shares/site-request-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { RevokeRequestInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import { recordRequestChange } from "./record-request-change";
import { type RequestStanding, toRequestStanding } from "./request-view";
import { getAdminSites } from "./shares-at-sites";

export interface SiteRequestView extends RequestStanding {
  ownerName: string;
  /** Null: it is about a study. */
  siteName: string | null;
}

const pageSize = 50;

/** Throws forbidden for whoever is no admin of any site. */
export async function readRequestsAtSites(
  deps: Deps,
  viewer: Viewer,
  { cursor }: { cursor?: number | null | undefined },
): Promise<{ rows: SiteRequestView[]; nextCursor: number | null }> {
  const siteIds = getAdminSites(viewer);
  const found = await listRequestsAtSites(deps.db, siteIds, {
    beforeId: cursor ?? undefined,
    limit: pageSize + 1,
  });
  const rows = found.slice(0, pageSize);
  return {
    rows: rows.map((row) => toSiteRequestView(row, siteIds, deps.now())),
    nextCursor: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** Ending what has ended already changes nothing and is no error. What came stays its owner's. */
export async function revokeRequestAtSite(
  deps: Deps,
  viewer: Viewer,
  { requestId }: RevokeRequestInput,
): Promise<SiteRequestView> {
  const siteIds = getAdminSites(viewer);
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const found = await findRequestAtSites(trx, siteIds, requestId);
    if (!found) throw notFound("request");
    if (await revokeRequest(trx, requestId, at, "admin")) {
      const details = { because: "admin" };
      await recordRequestChange(trx, found, {
        ...{ at, actorId: viewer.userId, action: "request.revoked", details },
      });
    }
    const row = (await findRequestAtSites(trx, siteIds, requestId)) ?? found;
    return toSiteRequestView(row, siteIds, now);
  });
  deps.live.announce();
  return view;
}

function toSiteRequestView(
  row: OwnRequestRow,
  siteIds: readonly number[],
  now: Date,
): SiteRequestView {
  const { ownerName, siteName } = row;
  return { ...toRequestStanding(row, siteIds, now), ownerName, siteName };
}
