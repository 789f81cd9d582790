// Which site each location of a file is, chosen before anything is stored. The record's locations have
// no ids until then: they are known by their place in the record, and found again by facility and city.
import type { ImportedStudy, Site, StoredLocation, StudyView } from "./study-types";

type Location = Pick<ImportedStudy["locations"][number], "facility" | "city">;

/** Site ids by the location's index. */
export type LinkChoices = ReadonlyMap<number, number>;

/** Site ids by the location's index, for what is linked already. */
export function linksInPlace(
  locations: readonly Location[],
  stored: Pick<StudyView, "locations" | "studySites"> | undefined,
): LinkChoices {
  const links = new Map<number, number>();
  if (!stored) return links;
  for (const { locationId, siteId } of stored.studySites) {
    const place = stored.locations.find(({ id }) => id === locationId);
    const index = place ? locations.findIndex((location) => isSamePlace(location, place)) : -1;
    if (index >= 0) links.set(index, siteId);
  }
  return links;
}

/** A site of the same name is most likely the same place, unless it is in another city. */
export function proposeLinks(
  locations: readonly Location[],
  sites: readonly Pick<Site, "id" | "name" | "city">[],
  inPlace: LinkChoices,
): LinkChoices {
  const taken = new Set(inPlace.values());
  const proposed = new Map<number, number>();
  for (const [index, location] of locations.entries()) {
    if (inPlace.has(index)) continue;
    const site = sites.find(
      (each) =>
        !taken.has(each.id) &&
        fold(each.name) === fold(location.facility) &&
        (!location.city || fold(location.city) === fold(each.city)),
    );
    if (!site) continue;
    proposed.set(index, site.id);
    taken.add(site.id);
  }
  return proposed;
}

/** Chooses a site for a location, or none; a site is at one location of a study only. */
export function withChoice(
  choices: LinkChoices,
  index: number,
  siteId: number | undefined,
): LinkChoices {
  const next = new Map([...choices].filter(([at, id]) => at !== index && id !== siteId));
  if (siteId !== undefined) next.set(index, siteId);
  return next;
}

/** The stored row of a location, once the study is stored. */
export function findStored(
  location: Location | undefined,
  stored: readonly StoredLocation[],
): StoredLocation | undefined {
  return location && stored.find((each) => isSamePlace(location, each));
}

function isSamePlace(location: Location, stored: Pick<StoredLocation, "facility" | "city">) {
  return location.facility === stored.facility && (location.city ?? null) === stored.city;
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
