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
    timeZone,
    endOfToday: endOfDayAt(timeZone, at),
    endOfNextSevenDays: endOfDayAt(timeZone, inSevenDays),
    promiseBefore: promiseBefore(promiseHours, at),
  }));
}

const knownEnds = new Map<string, { from: number; until: number; end: string }>();

/** Calendars of zones are slow to ask: what was found for a moment holds for every later one of that day. */
function endOfDayAt(timeZone: string, at: Date): string {
  const key = `${timeZone} ${Math.floor(at.getTime() / 86_400_000)}`;
  const known = knownEnds.get(key);
  const time = at.getTime();
  if (known && known.from <= time && time < known.until) return known.end;
  const end = endOfDay(timeZone, at);
  if (knownEnds.size >= 1000) knownEnds.clear();
  knownEnds.set(key, { from: time, until: end.getTime(), end: end.toISOString() });
  return end.toISOString();
}

/** Who came before this (ISO-8601 UTC) should have been contacted by now. */
function promiseBefore(promiseHours: number, at: Date): string {
  return new Date(at.getTime() - promiseHours * 3_600_000).toISOString();
}
