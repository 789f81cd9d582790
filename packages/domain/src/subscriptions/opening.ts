// An opening: a study begins to take people at a site. Many may fall into one week; a reader gets a line
// for each study that still takes people when the mail is written.
import { distanceKm, type Point } from "../distance";
import { matchesCondition } from "./match-condition";
import type { AlertWish } from "./subscription";

export const openingKinds = ["opened", "reopened"] as const;
export type OpeningKind = (typeof openingKinds)[number];

export interface Opening {
  id: number;
  kind: OpeningKind;
  studyId: number;
  /** The study's conditions, keywords and title, in every language that it has them in. */
  terms: readonly string[];
  siteId: number;
  /** Undefined where nobody knows the site's place on the map. */
  place: Point | undefined;
}

/** A study for the mail, with the sites that opened, nearest first. */
export interface OpenedStudy<O extends Opening> {
  studyId: number;
  openings: (O & { km: number | undefined })[];
}

/** What of these openings a reader asked to hear of: each study once, each of its sites once. */
export function openingsFor<O extends Opening>(
  wish: Pick<AlertWish, "condition" | "area">,
  openings: readonly O[],
): OpenedStudy<O>[] {
  const studies = new Map<number, Map<number, O & { km: number | undefined }>>();
  for (const opening of openings) {
    if (!matchesCondition(wish.condition, opening.terms)) continue;
    const km = wish.area && opening.place ? distanceKm(wish.area, opening.place) : undefined;
    // A site without a place on the map is only near to those who asked for anywhere.
    if (wish.area && (km === undefined || km > wish.area.radiusKm)) continue;
    const sites = studies.get(opening.studyId) ?? new Map();
    sites.set(opening.siteId, { ...opening, km });
    studies.set(opening.studyId, sites);
  }
  return [...studies].map(([studyId, sites]) => ({
    studyId,
    openings: [...sites.values()].sort((a, b) => (a.km ?? 0) - (b.km ?? 0)),
  }));
}
