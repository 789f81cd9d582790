// The one way a study leaves for anybody to see: the registry's facts, the study centres, the wording of
// the consent, and whether messages are taken at all.
import { ensureConsentText } from "@studydesk/db/leads/consent-text-queries";
import {
  findStudyForPage,
  listLocationsForPage,
  listStudySitesForPage,
  type StudyForPage,
  type StudySiteForPage,
} from "@studydesk/db/studies/study-page-queries";
import { notFound } from "@studydesk/domain/errors";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { overallStatuses } from "@studydesk/domain/studies/imported-study";
import type { StudyCentre, StudyPage } from "@studydesk/domain/studies/study-page";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import type { Deps } from "../deps";

export interface FoundStudyPage {
  page: StudyPage;
  study: StudyForPage;
  sites: StudySiteForPage[];
  /** Those of `page.recruitingSites`, with what intake needs to know. */
  openSites: StudySiteForPage[];
}

/** Throws not_found. */
export async function getStudyPage(
  deps: Pick<Deps, "db" | "now">,
  nctId: string,
  language: PublicLanguage,
): Promise<FoundStudyPage> {
  const { db } = deps;
  // What is no registry number at all need not trouble the database, which may refuse it as text.
  const study = /^NCT\d{8}$/.test(nctId) ? await findStudyForPage(db, nctId) : undefined;
  if (!study) throw notFound("study");
  const sites = await listStudySitesForPage(db, study.id);
  const openSites = isRecruitingStatus(study.imported.overallStatus)
    ? sites.filter(({ recruiting }) => recruiting === "recruiting")
    : [];
  const centres = listCentres(sites, await listLocationsForPage(db, study.id));
  const consentText = await ensureConsentText(db, study.id, language, deps.now().toISOString());
  const { criteriaText, keywords, officials, locations, leftovers, ...shown } = study.imported;
  return {
    study,
    sites,
    openSites,
    page: {
      ...shown,
      title: study.title,
      centres,
      recruitingSites: openSites.map(({ siteId, name, city, promiseHours }) => ({
        id: siteId,
        name,
        city,
        promiseHours,
      })),
      consentText,
    },
  };
}

/** Ours first, by name; then the registry's other places, each place once. */
function listCentres(
  sites: StudySiteForPage[],
  locations: Awaited<ReturnType<typeof listLocationsForPage>>,
): StudyCentre[] {
  const linked = new Map(sites.map((site) => [site.locationId, site]));
  const ours = sites.map((site): StudyCentre => {
    const country = locations.find(({ id }) => id === site.locationId)?.country;
    return {
      isOurs: true,
      name: site.name,
      city: site.city,
      ...(country ? { country } : {}),
      recruiting: site.recruiting,
    };
  });
  const others = locations
    .filter(({ id }) => !linked.has(id))
    .map(({ facility, city, state, country, registryStatus }): StudyCentre => {
      const status = overallStatuses.find((known) => known === registryStatus);
      return {
        isOurs: false,
        name: facility,
        ...(city ? { city } : {}),
        ...(state ? { state } : {}),
        ...(country ? { country } : {}),
        ...(status ? { registryStatus: status } : {}),
      };
    });
  return [...ours, ...others];
}
