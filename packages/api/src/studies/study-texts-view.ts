// The words of a study's page for those who may word them: each passage of the registry beside its local
// wording, the wordings whose registry text is gone, the common questions, the consent wordings.

import type { Db } from "@studydesk/db/open-database";
import { findStudyFaqs } from "@studydesk/db/studies/study-faq-queries";
import { findStudy, type StoredStudy } from "@studydesk/db/studies/study-queries";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import {
  listStoredStudyTexts,
  type StoredStudyText,
} from "@studydesk/db/studies/study-text-queries";
import {
  ensureConsentText,
  listConsentTexts,
} from "@studydesk/db/submissions/consent-text-queries";
import { notFound } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";
import { defaultFaqs } from "@studydesk/domain/studies/default-faqs";
import { type StudyPassage, studyPassages } from "@studydesk/domain/studies/study-passages";
import { canManageStudies, canWordStudy } from "@studydesk/domain/studies/study-policy";
import type { ReadStudyTextsInput } from "@studydesk/domain/studies/study-text-inputs";
import { stateOf, type TextState } from "@studydesk/domain/studies/study-texts";
import type { Deps } from "../deps";
import { sha256 } from "../sha256";

export interface PassageView extends StudyPassage {
  state: TextState;
  /** The local wording; null where there is none. */
  wording: StoredStudyText | null;
  /** A wording made from what the registry said at this place before; shown nowhere. */
  earlier: StoredStudyText | null;
}

export interface WordableStudy {
  study: StoredStudy;
  siteIds: number[];
}

/** Throws `not_found` for a study of other sites. */
export async function findWordableStudy(
  db: Db,
  viewer: Viewer,
  studyId: number,
): Promise<WordableStudy> {
  const study = await findStudy(db, studyId);
  const siteIds = (await listStudySites(db, "all", studyId)).map(({ siteId }) => siteId);
  const own = siteIdsOf(viewer);
  const isVisible = canManageStudies(viewer) || siteIds.some((siteId) => own.includes(siteId));
  if (!study || !isVisible) throw notFound("study");
  return { study, siteIds };
}

export async function readStudyTexts(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { studyId, language }: ReadStudyTextsInput,
) {
  const { study, siteIds } = await findWordableStudy(db, viewer, studyId);
  const passages = studyPassages(study.imported, sha256);
  const all = await listStoredStudyTexts(db, studyId);
  const faqs = await findStudyFaqs(db, { studyId, language });
  return {
    nctId: study.nctId,
    title: study.title,
    language,
    abilities: { word: canWordStudy(viewer, { siteIds }) },
    ...readWordings(
      passages,
      all.filter((text) => text.language === language),
    ),
    progress: publicLanguages.map((each) => ({
      language: each,
      ...progressOf(
        passages,
        all.filter((text) => text.language === each),
      ),
    })),
    faqs: { own: faqs ?? null, general: defaultFaqs[language] },
    consent: {
      inForce: await ensureConsentText(db, studyId, language, now().toISOString()),
      own: await listConsentTexts(db, studyId, language),
      ownLanguages: await languagesWithConsent(db, studyId),
    },
  };
}

function readWordings(
  passages: readonly StudyPassage[],
  texts: readonly StoredStudyText[],
): { passages: PassageView[]; leftOver: StoredStudyText[] } {
  const known = new Set(passages.map(({ field }) => field));
  const leftOver = texts.filter(({ field }) => !known.has(field));
  return {
    passages: passages.map((passage) => {
      const wording = texts.find(({ field }) => field === passage.field);
      const earlier = leftOver.findLast(
        ({ field, label }) =>
          partOf(field) === partOf(passage.field) && label !== null && label === passage.label,
      );
      return {
        ...passage,
        state: stateOf(passage, wording),
        wording: wording ?? null,
        earlier: wording ? null : (earlier ?? null),
      };
    }),
    leftOver,
  };
}

/** "criteria" of "criteria.3fa9…". */
function partOf(field: string): string {
  return field.split(".")[0] ?? field;
}

function progressOf(
  passages: readonly StudyPassage[],
  texts: readonly StoredStudyText[],
): { all: number; worded: number; changed: number } {
  const states = passages.map((passage) =>
    stateOf(
      passage,
      texts.find(({ field }) => field === passage.field),
    ),
  );
  return {
    all: states.length,
    worded: states.filter((state) => state !== "missing").length,
    changed: states.filter((state) => state === "registry_changed").length,
  };
}

async function languagesWithConsent(db: Db, studyId: number): Promise<PublicLanguage[]> {
  const found: PublicLanguage[] = [];
  for (const language of publicLanguages) {
    if ((await listConsentTexts(db, studyId, language)).length > 0) found.push(language);
  }
  return found;
}
