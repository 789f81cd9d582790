// One study's record written over the stored one, in the transaction of whoever imports: the study, its
// locations, a draft of the questions when the criteria changed, the revision, audit and event. What people
// here wrote for the study lies in tables of its own and is not touched.
import { lockByName } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { forgetFoundRecord } from "@studydesk/db/studies/registry-check-queries";
import { addStudyRevision } from "@studydesk/db/studies/revision-queries";
import {
  findStudyByNctId,
  refreshRecord,
  replaceStudyLocations,
  saveStudy,
} from "@studydesk/db/studies/study-queries";
import { addOpenings } from "@studydesk/db/subscriptions/opening-queries";
import { compareStudy, type StudyComparison } from "@studydesk/domain/studies/compare-study";
import type { RecordSource, StudyChange } from "@studydesk/domain/studies/study-change";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import { recordChange } from "../record-change";
import { storeCriteria } from "../screening/store-criteria";
import type { ReadStudy } from "./read-study-file";

export interface Import {
  at: string;
  /** Null: the command line, or the server by itself. */
  actorId: string | null;
  source: RecordSource;
}

export interface StoredImport extends StudyComparison {
  studyId: number;
  /** The version that changed criteria made. */
  criteriaVersion: number | null;
}

/** Two imports at once go one after the other; call it before anything is read. */
export async function lockImports(trx: Db): Promise<void> {
  await lockByName(trx, "studies: import");
}

export async function storeStudy(
  trx: Db,
  how: Import,
  { study, record, sha256: recordSha256 }: ReadStudy,
): Promise<StoredImport> {
  const { at } = how;
  const before = await findStudyByNctId(trx, study.nctId);
  const compared = compareStudy(before?.imported, study);
  if (before && compared.effect === "unchanged") {
    // What nothing here shows is kept as the registry has it now; nothing happened that anybody sees.
    if (before.recordSha256 !== recordSha256) {
      await refreshRecord(trx, before.id, { imported: study, record, recordSha256 });
    }
    await forgetFoundRecord(trx, before.id);
    return { ...compared, studyId: before.id, criteriaVersion: null };
  }
  const studyId = await saveStudy(trx, { imported: study, record, recordSha256, at });
  await replaceStudyLocations(trx, studyId, study.locations);
  const criteriaVersion = await storeCriteria(trx, {
    studyId,
    before: before?.imported,
    study,
    at,
  });
  const wasOpen = before && isRecruitingStatus(before.imported.overallStatus);
  if (!wasOpen) await addOpenings(trx, { studyId, at });
  if (before) {
    await forgetFoundRecord(trx, studyId);
    await addStudyRevision(trx, {
      studyId,
      at,
      byUserId: how.actorId,
      source: how.source,
      recordSha256,
      changes: compared.changes,
      criteriaVersion,
    });
  }
  await recordChange(trx, {
    at,
    actorId: how.actorId,
    action: before ? "study.imported_again" : "study.imported",
    subject: "study",
    subjectId: String(studyId),
    siteId: null,
    details: {
      nctId: study.nctId,
      source: how.source,
      recordSha256,
      criteriaChanged: criteriaVersion !== null,
      fields: fieldsOf(compared.changes),
    },
  });
  return { ...compared, studyId, criteriaVersion };
}

function fieldsOf(changes: readonly StudyChange[]): string {
  return [...new Set(changes.map(({ field }) => field))].join(", ");
}
