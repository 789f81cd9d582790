// Where a study happens, for anybody to see: our sites by name, then the registry's other places, each
// place once.
import type {
  listLocationsForPage,
  StudySiteForPage,
} from "@studydesk/db/studies/study-page-queries";
import { overallStatuses } from "@studydesk/domain/studies/imported-study";
import type { StudyCentre } from "@studydesk/domain/studies/study-page";

type Location = Awaited<ReturnType<typeof listLocationsForPage>>[number];

export function toStudyCentres(study: {
  isRecruiting: boolean;
  sites: readonly StudySiteForPage[];
  locations: readonly Location[];
}): StudyCentre[] {
  const { isRecruiting, sites, locations } = study;
  const linked = new Set(sites.map(({ locationId }) => locationId));
  const ours = sites
    .filter(({ recruiting }) => !isRecruiting || recruiting === "recruiting")
    .map((site): StudyCentre => {
      const location = locations.find(({ id }) => id === site.locationId);
      return {
        isOurs: true,
        siteId: site.siteId,
        takesMessages: isRecruiting,
        name: site.name,
        city: site.city,
        country: englishNameOf(site.countryCode),
        ...positionOf(location),
      };
    });
  const others = locations
    .filter(({ id }) => !linked.has(id))
    .map((location): StudyCentre => {
      const { facility, city, state, country, registryStatus } = location;
      const status = overallStatuses.find((known) => known === registryStatus);
      // A place is not taken out of the registry's list when its study ends: nobody recruits there any more.
      const isStale = !isRecruiting && status === "RECRUITING";
      return {
        isOurs: false,
        name: facility,
        ...(city ? { city } : {}),
        ...(state ? { state } : {}),
        ...(country ? { country } : {}),
        ...positionOf(location),
        ...(status && !isStale ? { registryStatus: status } : {}),
      };
    });
  return [...ours, ...others];
}

function positionOf(location: Location | undefined): { lat?: number; lon?: number } {
  const { lat, lon } = location ?? {};
  return lat == null || lon == null ? {} : { lat, lon };
}

function englishNameOf(countryCode: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(countryCode) ?? countryCode;
}
