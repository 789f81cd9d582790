// A registry file becomes studies: read, shown before anything is stored, then written whole. A record
// that did not change writes nothing; changed criteria make a new criteria version.
import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addCriteriaVersion,
  findCurrentCriteria,
  findStudyByNctId,
  replaceStudyLocations,
  type StoredCriterion,
  saveStudy,
} from "@studydesk/db/studies/study-queries";
import { DomainError } from "@studydesk/domain/errors";
import { readRegistryFile, recordsIn } from "@studydesk/domain/studies/import-record";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { ImportStudyInput } from "@studydesk/domain/studies/study-inputs";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";

type ImportDeps = Pick<Deps, "db" | "now" | "live">;

export interface StudyImportView {
  /** What confirming would do, or did: a study that is new, one with changes, one without. */
  effect: "new" | "changed" | "unchanged";
  study: ImportedStudy;
}

/** What an import would store; stores nothing. Throws `invalid` with a sentence for a file that is no study. */
export async function previewStudyImport(
  deps: Pick<Deps, "db">,
  input: ImportStudyInput,
): Promise<StudyImportView[]> {
  const previews: StudyImportView[] = [];
  for (const read of readStudies(input)) {
    previews.push({ effect: await effectOf(deps.db, read), study: read.study });
  }
  return previews;
}

/** Stores every study of the file, or none. `actorId` is null for the command line. */
export async function importStudy(
  deps: ImportDeps,
  actorId: string | null,
  input: ImportStudyInput,
): Promise<(StudyImportView & { studyId: number })[]> {
  const studies = readStudies(input);
  const done = await inTransaction(deps.db, async (trx) => {
    const stored: (StudyImportView & { studyId: number })[] = [];
    for (const study of studies) stored.push(await storeStudy(trx, deps, actorId, study));
    return stored;
  });
  deps.live.announce();
  return done;
}

interface ReadStudy {
  study: ImportedStudy;
  /** The record as it came, kept so that a later reading can find more in it. */
  record: string;
  sha256: string;
}

function readStudies(input: ImportStudyInput): ReadStudy[] {
  const read = readRegistryFile(input.fileText);
  if (!read.ok) throw new DomainError("invalid", read.message, { reason: read.reason });
  const records = recordsIn(JSON.parse(input.fileText.replace(/^\uFEFF/, "")));
  return read.studies.map((study, index) => {
    const record = JSON.stringify(records[index]);
    return { study, record, sha256: createHash("sha256").update(record).digest("hex") };
  });
}

async function effectOf(db: Db, read: ReadStudy): Promise<StudyImportView["effect"]> {
  const stored = await findStudyByNctId(db, read.study.nctId);
  if (!stored) return "new";
  return stored.recordSha256 === read.sha256 ? "unchanged" : "changed";
}

async function storeStudy(
  trx: Db,
  deps: ImportDeps,
  actorId: string | null,
  { study, record, sha256: recordSha256 }: ReadStudy,
): Promise<StudyImportView & { studyId: number }> {
  const at = deps.now().toISOString();
  const before = await findStudyByNctId(trx, study.nctId);
  if (before?.recordSha256 === recordSha256) {
    return { effect: "unchanged", study, studyId: before.id };
  }
  const studyId = await saveStudy(trx, {
    imported: study,
    record,
    recordSha256,
    at,
  });
  await replaceStudyLocations(trx, studyId, study.locations);
  const current = await findCurrentCriteria(trx, studyId);
  const criteria = study.criteria.criteria.map(toStored);
  const criteriaChanged = JSON.stringify(current?.criteria) !== JSON.stringify(criteria);
  if (criteriaChanged) {
    await addCriteriaVersion(trx, studyId, { number: (current?.number ?? 0) + 1, at, criteria });
  }
  await recordChange(trx, {
    at,
    actorId,
    action: before ? "study.imported_again" : "study.imported",
    subject: "study",
    subjectId: String(studyId),
    siteId: null,
    details: { nctId: study.nctId, recordSha256, criteriaChanged },
  });
  return { effect: before ? "changed" : "new", study, studyId };
}

function toStored(criterion: ImportedStudy["criteria"]["criteria"][number]): StoredCriterion {
  return {
    label: criterion.label,
    kind: criterion.kind,
    heading: criterion.heading ?? null,
    text: criterion.text,
    children: criterion.children,
  };
}
