// What an import does to a study's criteria: the first one is in force at once, so that a desk can ask;
// each later one that changes them makes a draft, or goes on with the one that is there.
import type { Db } from "@studydesk/db/open-database";
import { addVersion } from "@studydesk/db/screening/version-queries";
import { findCurrentCriteria, replaceCriteria } from "@studydesk/db/studies/criteria-queries";
import { labelCriteria } from "@studydesk/domain/screening/label-criteria";
import { proposeQuestion } from "@studydesk/domain/screening/propose-question";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";

interface ImportedCriteria {
  studyId: number;
  /** As it was imported last. */
  before: ImportedStudy | undefined;
  study: ImportedStudy;
  at: string;
}

/** The number of the version that was made or changed; null when nothing was. */
export async function storeCriteria(
  trx: Db,
  { studyId, before, study, at }: ImportedCriteria,
): Promise<number | null> {
  const current = await findCurrentCriteria(trx, studyId);
  const isSame =
    before && JSON.stringify(before.criteria.criteria) === JSON.stringify(study.criteria.criteria);
  if (current && isSame) return null;
  const number = (current?.number ?? 0) + 1;
  const made = { studyId, number, origin: "registry", basedOnId: current?.id ?? null } as const;
  const versionId = await addVersion(trx, { ...made, at, isPublished: !current });
  const proposed = labelCriteria(study.criteria.criteria.map(proposeQuestion));
  await replaceCriteria(
    trx,
    versionId,
    proposed.map((criterion) => ({ ...criterion, id: null, lineId: null })),
  );
  return number;
}
