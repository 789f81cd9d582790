// The one way a study leaves for anybody to see: the registry's facts, the study centres, the wording of
// the consent, and whether messages are taken at all.

import { findStudyFaqs } from "@studydesk/db/studies/study-faq-queries";
import {
  findStudyForPage,
  listLocationsForPage,
  listStudySitesForPage,
  type StudyForPage,
  type StudySiteForPage,
} from "@studydesk/db/studies/study-page-queries";
import { listStudyTexts } from "@studydesk/db/studies/study-text-queries";
import { ensureConsentText } from "@studydesk/db/submissions/consent-text-queries";
import { notFound } from "@studydesk/domain/errors";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { RecruitingSite, StudyPage } from "@studydesk/domain/studies/study-page";
import { applyStudyTexts } from "@studydesk/domain/studies/study-texts";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import { readUsualAnswerHours } from "../contact/read-usual-answer-hours";
import type { Deps } from "../deps";
import { sha256 } from "../sha256";
import { findPageOverview } from "./page-overview";
import { toStudyCentres } from "./study-centres-view";

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
  const isRecruiting = isRecruitingStatus(study.imported.overallStatus);
  const openSites = isRecruiting
    ? sites.filter(({ recruiting }) => recruiting === "recruiting")
    : [];
  const locations = await listLocationsForPage(db, study.id);
  const consentText = await ensureConsentText(db, study.id, language, deps.now().toISOString());
  const place = { studyId: study.id, language };
  const texts = await listStudyTexts(db, place);
  const faqs = await findStudyFaqs(db, place);
  const words = applyStudyTexts(study.imported, { language, texts }, sha256);
  const hasOwnSummary = words.wordedHere.includes("summary");
  const overview = await findPageOverview(db, study.id, { language, hasOwnSummary });
  const { criteriaText, keywords, officials, locations: _, leftovers, ...shown } = study.imported;
  return {
    study,
    sites,
    openSites,
    page: {
      ...shown,
      ...words,
      centres: toStudyCentres({ isRecruiting, sites, locations }),
      recruitingSites: await Promise.all(openSites.map((site) => toRecruitingSite(deps, site))),
      consentText,
      ...(overview ? { overview } : {}),
      ...(faqs ? { faqs: faqs.items } : {}),
    },
  };
}

async function toRecruitingSite(
  deps: Pick<Deps, "db" | "now">,
  { siteId, name, city, promiseHours }: StudySiteForPage,
): Promise<RecruitingSite> {
  const usualAnswerHours = await readUsualAnswerHours(deps, siteId);
  return {
    id: siteId,
    name,
    city,
    promiseHours,
    ...(usualAnswerHours === undefined ? {} : { usualAnswerHours }),
  };
}
