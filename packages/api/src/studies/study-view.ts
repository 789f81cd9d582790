// The only way a study leaves for staff: what the list and the study's screen show, with abilities.
import type { Db } from "@studydesk/db/open-database";
import { listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import { findVersionInForce } from "@studydesk/db/screening/version-queries";
import { listLiveOverviews } from "@studydesk/db/studies/overview-queries";
import {
  findStudy,
  listStudies,
  listStudyLocations,
  type StoredStudy,
} from "@studydesk/db/studies/study-queries";
import { listStudySites, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { notFound } from "@studydesk/domain/errors";
import { type SiteScope, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import {
  canManageStudies,
  canSetRecruiting,
  canWordStudy,
} from "@studydesk/domain/studies/study-policy";
import { readStaleOverviews } from "./overview-view";

export interface StudyRowView {
  id: number;
  nctId: string;
  title: string;
  overallStatus: StoredStudy["imported"]["overallStatus"];
  importedAt: string;
  studySites: StudySiteView[];
  /** Languages whose plain-language text was made from an older registry text. */
  staleOverviews: PublicLanguage[];
}

export interface StudySiteView extends StudySite {
  abilities: { setRecruiting: boolean };
}

/** An owner sees every study; everybody else those of their sites, with their own study sites alone. */
export async function readStudies(db: Db, viewer: Viewer): Promise<StudyRowView[]> {
  const sites = studyScopeOf(viewer);
  const studies = await listStudies(db, sites);
  const studySites = await listStudySites(db, sites);
  const stale = await readStaleOverviews(
    db,
    studies.map(({ id }) => id),
  );
  return studies.map((study) => toStudyRow(study, studySites, viewer, stale));
}

/** Throws `not_found` for a study of other sites. */
export async function readStudy(db: Db, viewer: Viewer, studyId: number) {
  const study = await findStudy(db, studyId);
  const sites = studyScopeOf(viewer);
  const studySites = await listStudySites(db, sites, studyId);
  if (!study || (sites !== "all" && studySites.length === 0)) throw notFound("study");
  const current = await findVersionInForce(db, studyId);
  const stale = await readStaleOverviews(db, [studyId]);
  const siteIds = studySites.map(({ siteId }) => siteId);
  return {
    ...toStudyRow(study, studySites, viewer, stale),
    imported: study.imported,
    criteriaVersion: current?.number ?? null,
    askedLines: current ? await readAskedLines(db, current.id) : [],
    plainTexts: await readPlainTexts(db, studyId),
    locations: await listStudyLocations(db, studyId),
    abilities: { link: canManageStudies(viewer), word: canWordStudy(viewer, { siteIds }) },
  };
}

/** What readers of the public page see in plain words, whoever wrote it. */
async function readPlainTexts(db: Db, studyId: number) {
  const live = await listLiveOverviews(db, studyId);
  return live
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ id, language, text }) => ({ id, language, text }));
}

/** What is asked here, by the line that notes hang on. */
async function readAskedLines(db: Db, versionId: number) {
  const asked = await listAskedCriteria(db, versionId);
  return asked.map(({ lineId, label, text }) => ({ lineId, label, text }));
}

/** Throws `not_found` for a study of other sites. */
export async function getVisibleStudy(
  db: Db,
  viewer: Viewer,
  studyId: number,
): Promise<StoredStudy> {
  const study = await findStudy(db, studyId);
  const sites = studyScopeOf(viewer);
  const isSeen = sites === "all" || (await listStudySites(db, sites, studyId)).length > 0;
  if (!study || !isSeen) throw notFound("study");
  return study;
}

export function studyScopeOf(viewer: Viewer): SiteScope {
  return canManageStudies(viewer) ? "all" : siteIdsOf(viewer);
}

export function toStudySiteView(viewer: Viewer, studySite: StudySite): StudySiteView {
  return { ...studySite, abilities: { setRecruiting: canSetRecruiting(viewer, studySite) } };
}

function toStudyRow(
  study: StoredStudy,
  studySites: readonly StudySite[],
  viewer: Viewer,
  stale: Awaited<ReturnType<typeof readStaleOverviews>>,
): StudyRowView {
  return {
    id: study.id,
    nctId: study.nctId,
    title: study.title,
    overallStatus: study.imported.overallStatus,
    importedAt: study.importedAt,
    studySites: studySites
      .filter((studySite) => studySite.studyId === study.id)
      .map((studySite) => toStudySiteView(viewer, studySite)),
    staleOverviews: stale.get(study.id) ?? [],
  };
}
