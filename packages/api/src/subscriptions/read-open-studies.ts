// What an alert would have told already: studies that fit a wish and take people now, so that whoever has
// just signed up need not wait for the next one.
import { listOpenPlaces } from "@studydesk/db/subscriptions/opening-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { openingsFor } from "@studydesk/domain/subscriptions/opening";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import type { Deps } from "../deps";
import { placesOnMap, pointOf } from "./place-on-map";
import { termsOf, titleIn } from "./terms-of-study";

const mostShown = 5;

export async function readOpenStudies(
  deps: Pick<Deps, "db">,
  wish: AlertWish,
): Promise<{ nctId: string; title: string; titleLanguage: PublicLanguage }[]> {
  const places = await listOpenPlaces(deps.db);
  const towns = wish.area ? await placesOnMap(places) : new Map();
  const open = places.map((place, id) => ({
    ...place,
    id,
    kind: "opened" as const,
    terms: termsOf(place),
    place: pointOf(place, towns),
  }));
  return openingsFor(wish, open)
    .flatMap(({ openings }) => openings.slice(0, 1))
    .slice(0, mostShown)
    .map((study) => ({ nctId: study.nctId, ...titleIn(wish.language, study) }));
}
