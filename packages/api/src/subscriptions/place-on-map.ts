// Where a site is: the position of the registry's place that it is linked to, else that of its town, where
// the town's name says which is meant.
import type { OpenPlace } from "@studydesk/db/subscriptions/opening-queries";
import type { Point } from "@studydesk/domain/distance";
import { findPlaces } from "../places/find-places";

type SiteTown = Pick<OpenPlace, "siteId" | "siteCity" | "countryCode" | "lat" | "lon">;

/** By the site's id; not inside a transaction, since towns are read from a file. */
export async function placesOnMap(sites: readonly SiteTown[]): Promise<Map<number, Point>> {
  const found = new Map<number, Point>();
  for (const { siteId, siteCity, countryCode } of sites.filter(({ lat }) => lat === null)) {
    if (found.has(siteId)) continue;
    const { place } = await findPlaces(`${siteCity}, ${countryCode}`);
    if (place) found.set(siteId, { lat: place.lat, lon: place.lon });
  }
  return found;
}

export function pointOf(site: SiteTown, towns: ReadonlyMap<number, Point>): Point | undefined {
  const { lat, lon } = site;
  return lat !== null && lon !== null ? { lat, lon } : towns.get(site.siteId);
}
