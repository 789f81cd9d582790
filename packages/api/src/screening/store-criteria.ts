// What an import does to a study's criteria: the first one is in force at once, so that a desk can ask;
// each later one that changes them makes a draft, or goes on with the one that is there.
import type { Db } from "@studydesk/db/open-database";
import {
  findCurrentCriteria,
  listAskedCriteria,
  replaceCriteria,
} from "@studydesk/db/screening/criteria-queries";
import {
  addVersion,
  countSave,
  deleteDraft,
  findDraft,
  type StoredVersion,
} from "@studydesk/db/screening/version-queries";
import { staleVersion } from "@studydesk/domain/errors";
import { type AskedCriterion, meaningOf } from "@studydesk/domain/screening/criterion";
import {
  type FollowedCriterion,
  followRegistry,
} from "@studydesk/domain/screening/follow-registry";
import { labelCriteria } from "@studydesk/domain/screening/label-criteria";
import { proposeQuestions } from "@studydesk/domain/screening/propose-question";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import { lockCriteria } from "./edit-criteria";

interface ImportedCriteria {
  studyId: number;
  /** As it was imported last. */
  before: ImportedStudy | undefined;
  study: ImportedStudy;
  at: string;
}

/** The number of the version that was made or changed; null when nothing was. */
export async function storeCriteria(trx: Db, imported: ImportedCriteria): Promise<number | null> {
  const { studyId, before, study, at } = imported;
  await lockCriteria(trx, studyId);
  const current = await findCurrentCriteria(trx, studyId);
  if (!current) return storeFirst(trx, imported);
  const isAskedAlike =
    before && JSON.stringify(proposeQuestions(before)) === JSON.stringify(proposeQuestions(study));
  if (isAskedAlike) return null;
  const draft = await findDraft(trx, studyId);
  const standing = draft ? await listAskedCriteria(trx, draft.id) : current.criteria;
  const followed = followRegistry(standing, before, study);
  if (isSame(followed, standing)) return null;
  if (draft) return changeDraft(trx, draft, { standing, followed, current: current.criteria });
  const number = current.number + 1;
  const made = { studyId, number, origin: "registry", basedOnId: current.id } as const;
  const versionId = await addVersion(trx, { ...made, at, isPublished: false });
  await write(trx, versionId, followed, []);
  return number;
}

async function storeFirst(
  trx: Db,
  { studyId, study, at }: ImportedCriteria,
): Promise<number | null> {
  const draft = await findDraft(trx, studyId);
  // Begun by hand, and in force when somebody publishes it.
  if (draft) return null;
  const made = { studyId, number: 1, origin: "registry", basedOnId: null } as const;
  const versionId = await addVersion(trx, { ...made, at, isPublished: true });
  const proposed = proposeQuestions(study).map((criterion) => ({ ...criterion, lineId: null }));
  await write(trx, versionId, proposed, []);
  return 1;
}

/** Whoever has the draft on the screen hears of it when they save. */
async function changeDraft(
  trx: Db,
  draft: StoredVersion,
  criteria: {
    standing: readonly AskedCriterion[];
    followed: readonly FollowedCriterion[];
    current: readonly AskedCriterion[];
  },
): Promise<number | null> {
  const { standing, followed, current } = criteria;
  if (draft.origin === "registry" && isSame(followed, current)) {
    // The record went back to what is in force.
    await deleteDraft(trx, draft.id);
    return null;
  }
  const { id, revision: expectedRevision } = draft;
  if (!(await countSave(trx, { id, expectedRevision, byUserId: null }))) {
    throw staleVersion("draft", draft.revision);
  }
  await write(trx, draft.id, followed, standing);
  return draft.number;
}

async function write(
  trx: Db,
  versionId: number,
  criteria: readonly FollowedCriterion[],
  standing: readonly AskedCriterion[],
): Promise<void> {
  const ids = new Map(standing.map(({ lineId, id }) => [lineId, id]));
  await replaceCriteria(
    trx,
    versionId,
    labelCriteria(criteria).map((criterion) => ({
      ...criterion,
      id: criterion.lineId === null ? null : (ids.get(criterion.lineId) ?? null),
    })),
  );
}

function isSame(one: readonly FollowedCriterion[], other: readonly FollowedCriterion[]): boolean {
  const told = (criteria: readonly FollowedCriterion[]) =>
    JSON.stringify(
      criteria.map((criterion) => {
        const { lineId, wording, cost, doubt } = criterion;
        return [lineId, meaningOf(criterion), wording, cost, doubt?.sentence ?? null];
      }),
    );
  return told(one) === told(other);
}
