// Which towns a visitor may mean: by any of a place's names in any script, with what was typed after a
// comma ("Springfield, IL", "Paris, France") narrowing the choice.
import { distanceKm } from "@studydesk/domain/distance";
import { publicLanguages } from "@studydesk/domain/public-language";
import { foldPlaceName } from "./fold-place-name";
import { type Place, readPlacesAt } from "./place-file";
import { type LargePlace, openPlaceIndex } from "./place-index";
import { usStates } from "./us-states";

export interface FoundPlace {
  id: number;
  /** As the visitor spelt it where the place is known by that name. */
  name: string;
  countryCode: string;
  region?: string;
  /** A large town close by, where nothing else tells it from another of its name. */
  near?: string;
  lat: number;
  lon: number;
}

export interface PlaceSearch {
  /** The one that is meant, as far as one can tell; absent when the visitor has to choose. */
  place?: FoundPlace;
  /** The others of that name, the most populous first. */
  others: FoundPlace[];
}

const mostTyped = 100;
const mostRead = 600;
const mostOffered = 8;
/** A place this many times as populous as the next of its name is the one that is meant. */
const farLarger = 20;

/** `picked` is the id of one that was offered before. */
export async function findPlaces(typed: string, picked?: number): Promise<PlaceSearch> {
  const { name, rest } = readTyped(typed);
  const index = await openPlaceIndex();
  const all = await placesNamed(name, index.linesOf);
  const narrowed = all.filter((place) => rest.every((part) => isIn(place, part)));
  const found = narrowed.length > 0 ? narrowed : all;
  const [first, second] = found;
  if (!first) return { others: [] };
  const chosen =
    found.find(({ id }) => id === picked) ??
    (!second || first.population >= farLarger * Math.max(1, second.population) ? first : undefined);
  const others = found.filter((place) => place !== chosen).slice(0, mostOffered);
  // Only where the country alone does not tell two of a name apart.
  const isShared = (place: Place) =>
    found.some((other) => other !== place && other.countryCode === place.countryCode);
  const show = (place: Place) =>
    toFoundPlace(place, name, isShared(place) ? largerNearby(place, index.large) : undefined);
  return { ...(chosen ? { place: show(chosen) } : {}), others: others.map(show) };
}

function readTyped(typed: string): { name: string; rest: string[] } {
  const [name = "", ...rest] = typed.slice(0, mostTyped).split(/[,،，、;]/);
  return { name: name.trim(), rest: rest.map(foldPlaceName).filter((part) => part !== "") };
}

/** By population; of two of a name side by side (a town and its district) the larger. */
async function placesNamed(name: string, linesOf: (folded: string) => number[]): Promise<Place[]> {
  const folded = foldPlaceName(name);
  if (folded === "") return [];
  const read = await readPlacesAt(linesOf(folded).slice(0, mostRead));
  const places = read
    .filter((place) => [place.name, ...place.names].some((n) => foldPlaceName(n) === folded))
    .sort((a, b) => b.population - a.population);
  if (places.length === 0) {
    const shorter = withoutKind(name);
    return shorter === name ? [] : placesNamed(shorter, linesOf);
  }
  return places.filter((place, at) =>
    places.slice(0, at).every((larger) => distanceKm(larger, place) > 25),
  );
}

/** "Hangzhou City" and 杭州市 are known without the word for a town. */
function withoutKind(name: string): string {
  return name.replace(/(?<=..)[市县縣区區镇鎮]$/u, "").replace(/(?<=\S)\s+city$/iu, "");
}

function isIn(place: Place, folded: string): boolean {
  const country = place.countryCode;
  const state = usStates[place.region ?? ""];
  const names = [country, place.region ?? "", state ?? "", ...countryNames(country)];
  if (country === "US") names.push("USA");
  if (country === "GB") names.push("UK");
  return names.some((name) => foldPlaceName(name) === folded);
}

function countryNames(code: string): string[] {
  return publicLanguages.map(
    (language) => new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code,
  );
}

function toFoundPlace(place: Place, typed: string, near: string | undefined): FoundPlace {
  const { id, countryCode, region, lat, lon } = place;
  const known = [place.name, ...place.names];
  const name =
    known.find((one) => one === typed) ??
    known.find((one) => foldPlaceName(one) === foldPlaceName(typed));
  return {
    id,
    name: name ?? place.name,
    countryCode,
    ...(region === undefined ? {} : { region }),
    ...(near === undefined || region !== undefined ? {} : { near }),
    lat,
    lon,
  };
}

/** The closest large town of the same country within 150 km that has more people than the place. */
function largerNearby(place: Place, large: readonly LargePlace[]): string | undefined {
  let nearest: { name: string; km: number } | undefined;
  for (const town of large) {
    if (town.countryCode !== place.countryCode || Math.abs(town.lat - place.lat) > 1.5) continue;
    if (town.population <= place.population || town.name === place.name) continue;
    const km = distanceKm(town, place);
    if (km <= 150 && (!nearest || km < nearest.km)) nearest = { name: town.name, km };
  }
  return nearest?.name;
}
