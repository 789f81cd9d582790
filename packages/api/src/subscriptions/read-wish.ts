// A wish for alerts as typed becomes one that can be kept: its town is looked up, and where several bear
// the name the reader is asked which.
import type { Subscription } from "@studydesk/db/subscriptions/subscription-queries";
import { foldCondition } from "@studydesk/domain/subscriptions/match-condition";
import {
  type AlertArea,
  type AlertWish,
  placeKeyOf,
} from "@studydesk/domain/subscriptions/subscription";
import {
  type AlertProblems,
  checkWish,
  type TypedAlert,
} from "@studydesk/domain/subscriptions/subscription-input";
import { type FoundPlace, findPlaces } from "../places/find-places";

export interface ReadWish {
  wish: Omit<AlertWish, "language">;
  problems: AlertProblems;
  /** Towns to choose from, when the name alone does not say which is meant. */
  places: FoundPlace[];
}

/** `current` is kept where its town's name comes back as it was shown. */
export async function readWish(typed: TypedAlert, current?: AlertArea | null): Promise<ReadWish> {
  const { wish, problems } = checkWish(typed);
  const { condition } = wish;
  if (wish.place === null || problems.place) {
    return { wish: { condition, area: null }, problems, places: [] };
  }
  const { radiusKm } = wish;
  if (current && wish.place === current.name) {
    return { wish: { condition, area: { ...current, radiusKm } }, problems, places: [] };
  }
  const picked = /^\d{1,9}$/.test(typed.placeChoice) ? Number(typed.placeChoice) : undefined;
  const { place, others } = await findPlaces(wish.place, picked);
  if (!place) {
    const problem = others.length > 0 ? "which_place" : "unknown_place";
    return {
      wish: { condition, area: null },
      problems: { ...problems, place: problem },
      places: others,
    };
  }
  const { lat, lon } = place;
  const area = { name: placeLabel(place), lat, lon, radiusKm };
  return { wish: { condition, area }, problems, places: [] };
}

/** "Springfield, IL" where states have letters, else the bare name. */
function placeLabel({ name, region }: FoundPlace): string {
  return region === undefined ? name : `${name}, ${region}`;
}

/** The columns of a wish. */
export function toWishColumns({ condition, area }: Omit<AlertWish, "language">) {
  return {
    condition,
    conditionFolded: foldCondition(condition),
    placeName: area?.name ?? null,
    lat: area?.lat ?? null,
    lon: area?.lon ?? null,
    radiusKm: area?.radiusKm ?? null,
    placeKey: placeKeyOf(area),
  };
}

export function toWish(row: Subscription): AlertWish {
  const { condition, language, placeName, lat, lon, radiusKm } = row;
  const isSomewhere = placeName !== null && lat !== null && lon !== null && radiusKm !== null;
  return {
    condition,
    language,
    area: isSomewhere ? { name: placeName, lat, lon, radiusKm } : null,
  };
}
