// Requests for notes as a site's admins see them: that they are there, whose, about whom, how they stand.
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";
import { type OwnRequestRow, selectRequests } from "./note-request-queries";

/** About leads of these sites, and about studies by whoever works there; newest first. */
export async function listRequestsAtSites(
  db: Db,
  siteIds: readonly number[],
  page: { beforeId: number | undefined; limit: number },
): Promise<OwnRequestRow[]> {
  let query = requestsAtSites(db, siteIds).orderBy("noteRequests.id", "desc").limit(page.limit);
  if (page.beforeId !== undefined) query = query.where("noteRequests.id", "<", page.beforeId);
  return query.execute();
}

export async function findRequestAtSites(
  db: Db,
  siteIds: readonly number[],
  requestId: number,
): Promise<OwnRequestRow | undefined> {
  return requestsAtSites(db, siteIds).where("noteRequests.id", "=", requestId).executeTakeFirst();
}

function requestsAtSites(db: Db, siteIds: readonly number[]) {
  return selectRequests(db).where((eb) =>
    eb.or([
      isWithin("leads.siteId", siteIds),
      eb.and([
        eb("noteRequests.studyId", "is not", null),
        eb.exists(
          eb
            .selectFrom("siteRoles")
            .select("siteRoles.userId")
            .whereRef("siteRoles.userId", "=", "noteRequests.ownerId")
            .where(isWithin("siteRoles.siteId", siteIds)),
        ),
      ]),
    ]),
  );
}
