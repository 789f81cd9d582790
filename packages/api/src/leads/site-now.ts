// What "today" and "late" mean at each of the viewer's sites, now.
import type { SiteNow } from "@studydesk/db/leads/lead-filters";
import { listSites } from "@studydesk/db/sites/site-queries";
import { endOfDay } from "@studydesk/domain/leads/local-day";
import type { Deps } from "../deps";

export async function readSitesNow(
  { db, now }: Pick<Deps, "db" | "now">,
  siteIds: readonly number[],
): Promise<SiteNow[]> {
  const at = now();
  const inSevenDays = new Date(at.getTime() + 7 * 86_400_000);
  const sites = await listSites(db, siteIds);
  return sites.map(({ id, timeZone, promiseHours }) => ({
    siteId: id,
    endOfToday: endOfDay(timeZone, at).toISOString(),
    endOfNextSevenDays: endOfDay(timeZone, inSevenDays).toISOString(),
    promiseBefore: promiseBefore(promiseHours, at),
  }));
}

/** Who came before this (ISO-8601 UTC) should have been contacted by now. */
export function promiseBefore(promiseHours: number, at: Date): string {
  return new Date(at.getTime() - promiseHours * 3_600_000).toISOString();
}
