// How many streams one person may have open at one server: whoever opens one more loses the oldest, so that a
// browser that connects again and again cannot take the connections of everybody else.

/** A browser holds one for all its tabs. */
export const mostStreams = 20;

/** Why a place was lost, as its signal tells. */
export const lostToNewer = "lost to a newer stream";

export interface StreamPlaces {
  /** Ends with `leaving`, or by `lostToNewer`. */
  take(userId: string, leaving: AbortSignal): AbortSignal;
}

export function createStreamPlaces(): StreamPlaces {
  /** Oldest first. */
  const taken = new Map<string, AbortController[]>();
  return {
    take(userId, leaving) {
      const place = new AbortController();
      const places = taken.get(userId) ?? [];
      taken.set(userId, places);
      places.push(place);
      place.signal.addEventListener("abort", () => {
        places.splice(places.indexOf(place), 1);
        if (places.length === 0 && taken.get(userId) === places) taken.delete(userId);
      });
      if (leaving.aborted) place.abort();
      leaving.addEventListener("abort", () => place.abort(), { once: true });
      if (places.length > mostStreams) places[0]?.abort(lostToNewer);
      return place.signal;
    },
  };
}
