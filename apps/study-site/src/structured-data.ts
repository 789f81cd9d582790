// A study as search engines read it: schema.org's MedicalTrial, or MedicalObservationalStudy where nothing
// is tried out. Only what the page itself shows.
import { pathIn } from "@studydesk/domain/public-language";
import { resolveEscapes } from "@studydesk/domain/studies/criteria-text";
import type { OverallStatus } from "@studydesk/domain/studies/imported-study";
import type { StudyCentre, StudyPage } from "@studydesk/domain/studies/study-page";
import { describeStudy } from "./describe-study";
import type { PageShell } from "./page-shell";
import type { Texts } from "./texts/texts";

/** Those of the registry's statuses that schema.org's MedicalStudyStatus knows. */
const statuses: Partial<Record<OverallStatus, string>> = {
  ACTIVE_NOT_RECRUITING: "ActiveNotRecruiting",
  COMPLETED: "Completed",
  ENROLLING_BY_INVITATION: "EnrollingByInvitation",
  NOT_YET_RECRUITING: "NotYetRecruiting",
  RECRUITING: "Recruiting",
  SUSPENDED: "Suspended",
  TERMINATED: "Terminated",
  WITHDRAWN: "Withdrawn",
};

/** A record with hundreds of places would outweigh the page. */
const mostPlaces = 40;

export function structuredData(t: Texts, shell: PageShell, page: StudyPage): object {
  const { overallStatus, sponsor, phases, conditions } = page;
  const status = statuses[overallStatus];
  const isTrial = page.studyType !== "OBSERVATIONAL";
  const description = describeStudy(page);
  const url = shell.baseUrl + pathIn(shell.language, shell.path);
  return {
    "@context": "https://schema.org",
    "@type": isTrial ? "MedicalTrial" : "MedicalObservationalStudy",
    "@id": `${url}#study`,
    url,
    name: resolveEscapes(page.title),
    ...(page.officialTitle ? { alternateName: resolveEscapes(page.officialTitle) } : {}),
    ...(description ? { description } : {}),
    identifier: {
      "@type": "PropertyValue",
      propertyID: "ClinicalTrials.gov",
      value: page.nctId,
    },
    sameAs: `https://clinicaltrials.gov/study/${page.nctId}`,
    ...(status ? { status: `https://schema.org/${status}` } : {}),
    ...(conditions.length > 0
      ? { healthCondition: conditions.map((name) => ({ "@type": "MedicalCondition", name })) }
      : {}),
    ...(sponsor ? { sponsor: { "@type": "Organization", name: sponsor } } : {}),
    ...(isTrial && phases.some((phase) => phase !== "NA")
      ? { phase: t.registry.phases(phases) }
      : {}),
    population: [
      t.registry.ages(page.minimumAge, page.maximumAge),
      t.registry.sexes[page.sex],
    ].join(", "),
    studyLocation: page.centres.slice(0, mostPlaces).map(placeOf),
  };
}

function placeOf({ name, city, state, country, lat, lon }: StudyCentre): object {
  return {
    "@type": "AdministrativeArea",
    name,
    address: {
      "@type": "PostalAddress",
      ...(city ? { addressLocality: city } : {}),
      ...(state ? { addressRegion: state } : {}),
      ...(country ? { addressCountry: country } : {}),
    },
    ...(lat !== undefined && lon !== undefined
      ? { geo: { "@type": "GeoCoordinates", latitude: lat, longitude: lon } }
      : {}),
  };
}

/** As an element of the head. What could end the element, or begin a comment in it, is written as an escape. */
export function structuredDataElement(data: object): string {
  const json = JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026");
  return `<script type="application/ld+json">${json}</script>`;
}
