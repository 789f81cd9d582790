// A place that takes leads, as made-up histories need it: the study, the site, who works there, and what is
// asked of people.
import { readVersion } from "@studydesk/api/screening/placed-answers";
import type { Db } from "@studydesk/db/open-database";
import { listPeople } from "@studydesk/db/people/person-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import { findSite } from "@studydesk/db/sites/site-queries";
import { findStudy } from "@studydesk/db/studies/study-queries";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import { ensureConsentText } from "@studydesk/db/submissions/consent-text-queries";
import type { Role } from "@studydesk/domain/people/viewer";
import { canonicalAnswers } from "@studydesk/domain/screening/canonical-answers";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { type AnswerWords, readAnswerWords } from "./answer-words";

export interface DemoColleague {
  userId: string;
  name: string;
}

/** What is asked there; `emptyText` is what its digest is made of before anybody answered. */
export interface DemoQuestions {
  id: number;
  number: number;
  criteria: readonly AskedCriterion[];
  words: AnswerWords;
  emptyText: string;
}

export interface DemoPlace {
  studyId: number;
  nctId: string;
  studyTitle: string;
  siteId: number;
  siteName: string;
  countryCode: string;
  timeZone: string;
  consentTextId: number;
  coordinators: readonly DemoColleague[];
  investigators: readonly DemoColleague[];
  /** Null: the study has no criteria to ask about. */
  questions: DemoQuestions | null;
}

/** Only places where somebody works. */
export async function findDemoPlaces(db: Db, now: Date): Promise<DemoPlace[]> {
  const places: DemoPlace[] = [];
  for (const { studyId, siteId, siteName } of await listStudySites(db, "all")) {
    const site = await findSite(db, siteId);
    const study = await findStudy(db, studyId);
    const people = await listPeople(db, [siteId]);
    const having = (role: Role) =>
      people
        .filter(({ roles }) => roles.some((held) => held.siteId === siteId && held.role === role))
        .map(({ userId, name }) => ({ userId, name }));
    const coordinators = having("coordinator");
    if (!site || !study || coordinators.length === 0) continue;
    const { countryCode, timeZone } = site;
    const { nctId, title: studyTitle } = study;
    const consentText = await ensureConsentText(db, studyId, "en", now.toISOString());
    places.push({
      ...{ studyId, nctId, studyTitle, siteId, siteName, countryCode, timeZone, coordinators },
      consentTextId: consentText.id,
      investigators: having("investigator"),
      questions: await findQuestions(db, studyId, nctId),
    });
  }
  return places;
}

async function findQuestions(
  db: Db,
  studyId: number,
  nctId: string,
): Promise<DemoQuestions | null> {
  const version = await findVersionInForce(db, studyId);
  if (!version) return null;
  const { id, number, criteria } = await readVersion(db, version.id);
  if (criteria.length === 0) return null;
  const nothing = criteria.map((criterion) => ({ criterion, answer: null }));
  const emptyText = canonicalAnswers(nothing);
  return { id, number, criteria, words: await readAnswerWords(nctId), emptyText };
}
