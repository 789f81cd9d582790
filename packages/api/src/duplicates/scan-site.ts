// A walk through all leads of a site, asked for by its people: begun, looked at, stopped. The loop walks.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { lockByName } from "@studydesk/db/dialect";
import {
  addScan,
  endScan,
  findRunningScan,
  listLastScans,
} from "@studydesk/db/duplicates/check-queries";
import { inTransaction } from "@studydesk/db/open-database";
import type { ScanInput } from "@studydesk/domain/duplicates/duplicate-inputs";
import type { ScanStatus } from "@studydesk/domain/duplicates/duplicate-pair";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { requireSiteOfWork } from "./get-pair";

export interface ScanView {
  siteId: number;
  siteName: string;
  status: ScanStatus;
  total: number;
  looked: number;
  found: number;
  startedAt: string;
  endedAt: string | null;
}

/** The newest walk of each site where the viewer may ask for one. */
export async function readScans({ db }: Pick<Deps, "db">, viewer: Viewer): Promise<ScanView[]> {
  const scans = await listLastScans(db, siteIdsWithRole(viewer, "coordinator", "admin"));
  return scans.map(({ siteId, siteName, status, total, looked, found, startedAt, endedAt }) => ({
    ...{ siteId, siteName, status, looked, found, startedAt, endedAt },
    // Leads that came in on the way are looked at, too.
    total: Math.max(total, looked),
  }));
}

/** One walk at a time: who asks while one is under way is shown that one. Throws not_found, forbidden. */
export async function startScan(
  deps: Pick<Deps, "db" | "now" | "live" | "searchWanted">,
  viewer: Viewer,
  { siteId }: ScanInput,
): Promise<ScanView[]> {
  requireSiteOfWork(viewer, siteId);
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    await lockByName(trx, `duplicates ${siteId}`);
    if (await findRunningScan(trx, siteId)) return;
    const id = await addScan(trx, { siteId, byUserId: viewer.userId, at });
    await addAudit(trx, {
      at,
      actorId: viewer.userId,
      action: "duplicates.search_started",
      subject: "site",
      subjectId: String(siteId),
      siteId,
      details: { scanId: id },
    });
  });
  deps.searchWanted?.();
  return readScans(deps, viewer);
}

/** What was found until then stays found. */
export async function stopScan(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { siteId }: ScanInput,
): Promise<ScanView[]> {
  requireSiteOfWork(viewer, siteId);
  const scan = await findRunningScan(deps.db, siteId);
  const at = deps.now().toISOString();
  if (scan) {
    await inTransaction(deps.db, async (trx) => {
      await endScan(trx, scan.id, { status: "stopped", at });
    });
  }
  return readScans(deps, viewer);
}
