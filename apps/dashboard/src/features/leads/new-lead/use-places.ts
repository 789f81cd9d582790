// Where a new lead may go: sites where this person works on leads, and the studies that recruit there.
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";

export interface Place {
  siteId: number;
  siteName: string;
  studyId: number;
  studyTitle: string;
}

/** Undefined until it is known. */
export function usePlaces(): { places: Place[] | undefined; error: unknown } {
  const me = useMe();
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.studies.list.queryOptions(undefined, { staleTime: 60_000 }),
  );
  const own = new Set(
    me.sites
      .filter(({ roles }) => roles.includes("coordinator") || roles.includes("admin"))
      .map(({ id }) => id),
  );
  const places = data?.studies.flatMap(({ id: studyId, title: studyTitle, studySites }) =>
    studySites
      .filter(({ siteId, recruiting }) => own.has(siteId) && recruiting === "recruiting")
      .map(({ siteId, siteName }) => ({ siteId, siteName, studyId, studyTitle })),
  );
  return { places, error };
}

/** What stands chosen: what was picked, or the only one there is. */
export function placeIn(
  places: readonly Place[],
  picked: { siteId?: number | undefined; studyId?: number | undefined },
) {
  const sites = new Map(places.map(({ siteId, siteName }) => [siteId, siteName]));
  const siteId = onlyOf([...sites.keys()], picked.siteId);
  const studies = places.filter((place) => place.siteId === siteId);
  const studyId = onlyOf(
    studies.map((place) => place.studyId),
    picked.studyId,
  );
  return { siteId, studyId, sites: [...sites], studies };
}

function onlyOf(ids: readonly number[], picked: number | undefined): number | undefined {
  if (picked !== undefined && ids.includes(picked)) return picked;
  return ids.length === 1 ? ids[0] : undefined;
}
