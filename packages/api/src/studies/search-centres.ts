// The study centres nearest to a visitor: from a town that is looked up here, or from where the browser
// says that they are. Neither is stored or logged.
import { distanceKm, type Point } from "@studydesk/domain/distance";
import type { CentreSearchInput } from "@studydesk/domain/studies/centre-inputs";
import type { CentreSearch, PlaceToShow } from "@studydesk/domain/studies/centre-search";
import type { StudyCentre } from "@studydesk/domain/studies/study-page";
import type { Deps } from "../deps";
import { type FoundPlace, findPlaces } from "../places/find-places";
import { waitOf } from "../rate-limits";
import type { FoundStudyPage } from "./study-page-view";

export const centreSearchLimit = { name: "centre_search", most: 60, windowSeconds: 600 };

export async function searchCentres(
  { limits }: Pick<Deps, "limits">,
  network: string,
  { page, sites }: FoundStudyPage,
  { town, picked, position }: CentreSearchInput,
): Promise<CentreSearch> {
  const search: CentreSearch = { typed: town, others: [] };
  if (!position && town === "") return { ...search, problem: "empty" };
  try {
    await limits.use(centreSearchLimit, network);
  } catch (error) {
    waitOf(error);
    return { ...search, problem: "too_many" };
  }
  const nearestTo = async (point: Point) =>
    sortByDistance(await placed(page.centres, sites), point);
  if (position) return { ...search, from: "device", nearest: await nearestTo(position) };
  const { place, others } = await findPlaces(town, picked);
  if (!place && others.length === 0) return { ...search, problem: "unknown" };
  return {
    ...search,
    others: others.map(toPlaceToShow),
    ...(place ? { from: toPlaceToShow(place), nearest: await nearestTo(place) } : {}),
  };
}

/** A site of ours that no location of the registry stands for is where its town is. */
async function placed(
  centres: readonly StudyCentre[],
  sites: FoundStudyPage["sites"],
): Promise<StudyCentre[]> {
  return Promise.all(
    centres.map(async (centre) => {
      if (centre.lat !== undefined || !centre.isOurs) return centre;
      const site = sites.find(({ siteId }) => siteId === centre.siteId);
      if (!site) return centre;
      const { place } = await findPlaces(`${site.city}, ${site.countryCode}`);
      return place ? { ...centre, lat: place.lat, lon: place.lon } : centre;
    }),
  );
}

/** Of two equally near ours comes first: it can be written to here. */
function sortByDistance(
  centres: readonly StudyCentre[],
  from: Point,
): NonNullable<CentreSearch["nearest"]> {
  return centres
    .map((centre) => {
      const { lat, lon } = centre;
      if (lat === undefined || lon === undefined) return { centre };
      return { centre, km: distanceKm(from, { lat, lon }) };
    })
    .sort((a, b) => (a.km ?? Number.POSITIVE_INFINITY) - (b.km ?? Number.POSITIVE_INFINITY) || 0);
}

function toPlaceToShow({ lat, lon, ...shown }: FoundPlace): PlaceToShow {
  return shown;
}
