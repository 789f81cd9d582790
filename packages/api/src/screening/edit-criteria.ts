// A draft of a study's criteria: begun as a copy of the version in force, saved whole, thrown away. What
// somebody else saved meanwhile is never overwritten.
import { lockByName } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  findCurrentCriteria,
  listAskedCriteria,
  listLineIds,
  replaceCriteria,
} from "@studydesk/db/screening/criteria-queries";
import {
  addVersion,
  countSave,
  deleteDraft,
  findDraft,
  type StoredVersion,
} from "@studydesk/db/screening/version-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { SaveDraftInput } from "@studydesk/domain/screening/criteria-inputs";
import { labelCriteria } from "@studydesk/domain/screening/label-criteria";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import {
  type CriteriaVersionView,
  getDraftToEdit,
  readVersion,
  requireEditor,
} from "./criteria-view";

type EditDeps = Pick<Deps, "db" | "now" | "live">;

/** Whoever writes versions of a study goes one after the other; call it before anything is read. */
export async function lockCriteria(trx: Db, studyId: number): Promise<void> {
  await lockByName(trx, `criteria: ${studyId}`);
}

/** As it is once nobody else is at it: it may be published or thrown away by then. */
export async function lockDraft(
  trx: Db,
  viewer: Viewer,
  versionId: number,
): Promise<StoredVersion> {
  const { studyId } = await getDraftToEdit(trx, viewer, versionId);
  await lockCriteria(trx, studyId);
  return getDraftToEdit(trx, viewer, versionId);
}

/** The draft that is there already, else a new one. Throws not_found, forbidden. */
export async function beginDraft(
  deps: EditDeps,
  viewer: Viewer,
  { studyId }: { studyId: number },
): Promise<CriteriaVersionView> {
  const view = await inTransaction(deps.db, async (trx) => {
    await requireEditor(trx, viewer, studyId);
    await lockCriteria(trx, studyId);
    const there = await findDraft(trx, studyId);
    if (there) return readVersion(trx, viewer, there.id);
    const current = await findCurrentCriteria(trx, studyId);
    const at = deps.now().toISOString();
    const number = (current?.number ?? 0) + 1;
    const basedOnId = current?.id ?? null;
    const made = { studyId, number, origin: "team", basedOnId, at, isPublished: false } as const;
    const versionId = await addVersion(trx, made);
    const copied = (current?.criteria ?? []).map((criterion) => ({ ...criterion, id: null }));
    await replaceCriteria(trx, versionId, copied);
    await recordDraft(trx, viewer, { action: "criteria.draft_begun", at, studyId, number });
    return readVersion(trx, viewer, versionId);
  });
  deps.live.announce();
  return view;
}

/** Throws not_found, forbidden, conflict. */
export async function saveDraft(
  deps: EditDeps,
  viewer: Viewer,
  input: SaveDraftInput,
): Promise<CriteriaVersionView> {
  return inTransaction(deps.db, async (trx) => {
    const draft = await lockDraft(trx, viewer, input.versionId);
    const { expectedRevision } = input;
    const save = { id: draft.id, expectedRevision, byUserId: viewer.userId };
    if (!(await countSave(trx, save))) {
      throw staleVersion("draft", draft.revision);
    }
    const ids = new Map(
      (await listAskedCriteria(trx, draft.id)).map(({ id, lineId }) => [lineId, id]),
    );
    const lines = new Set(await listLineIds(trx, draft.studyId));
    const criteria = labelCriteria(input.criteria).map((criterion) => {
      // Each line once, and only those of this study: whatever else comes begins one.
      const { lineId } = criterion;
      if (lineId === null || !lines.delete(lineId)) return { ...criterion, id: null, lineId: null };
      return { ...criterion, id: ids.get(lineId) ?? null };
    });
    await replaceCriteria(trx, draft.id, criteria);
    return readVersion(trx, viewer, draft.id);
  });
}

/** Throws not_found, forbidden, conflict. */
export async function discardDraft(
  deps: EditDeps,
  viewer: Viewer,
  input: { versionId: number },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const { id, studyId, number } = await lockDraft(trx, viewer, input.versionId);
    await deleteDraft(trx, id);
    const at = deps.now().toISOString();
    await recordDraft(trx, viewer, { action: "criteria.draft_discarded", at, studyId, number });
  });
  deps.live.announce();
}

async function recordDraft(
  trx: Db,
  viewer: Viewer,
  change: { action: AuditAction; at: string; studyId: number; number: number },
): Promise<void> {
  const { action, at, studyId, number } = change;
  await recordChange(trx, {
    ...{ at, actorId: viewer.userId, action },
    ...{ subject: "study", subjectId: String(studyId), siteId: null },
    details: { version: number },
  });
}
