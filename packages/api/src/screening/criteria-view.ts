// A study's criteria for those who see the study: its versions, one of them whole, and what differs.
import type { Db } from "@studydesk/db/open-database";
import type { CriteriaOrigin } from "@studydesk/db/schema/studies";
import { listAskedCriteria } from "@studydesk/db/screening/criteria-queries";
import {
  type CountedVersion,
  findVersion,
  findVersionBefore,
  listVersions,
  type StoredVersion,
} from "@studydesk/db/screening/version-queries";
import type { StoredStudy } from "@studydesk/db/studies/study-queries";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import { DomainError, notFound, orNotFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { DiffVersionsInput } from "@studydesk/domain/screening/criteria-inputs";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import { diffVersions } from "@studydesk/domain/screening/diff-versions";
import { canEditCriteria } from "@studydesk/domain/screening/screening-policy";
import type { CriteriaNote } from "@studydesk/domain/studies/criteria";
import { getVisibleStudy } from "../studies/study-view";

export type VersionState = "published" | "draft";

export interface CriteriaVersionRow {
  id: number;
  number: number;
  state: VersionState;
  origin: CriteriaOrigin;
  createdAt: string;
  publishedAt: string | null;
  /** Null: an import published it, or nobody did yet. */
  publishedByName: string | null;
  questions: number;
  doubts: number;
  revision: number;
}

export interface CriteriaVersionView {
  id: number;
  studyId: number;
  studyTitle: string;
  nctId: string;
  number: number;
  state: VersionState;
  origin: CriteriaOrigin;
  publishedAt: string | null;
  publishedByName: string | null;
  /** Who saved the draft last; null: nobody yet, or a record that changed. */
  savedByName: string | null;
  /** The version that a draft was made from; null for the first. */
  basedOnNumber: number | null;
  revision: number;
  criteria: AskedCriterion[];
  /** The registry's text beside its criteria, as imported last. */
  notes: CriteriaNote[];
  canEdit: boolean;
}

/** Throws not_found for a study of other sites. */
export async function readVersions(
  db: Db,
  viewer: Viewer,
  studyId: number,
): Promise<{ versions: CriteriaVersionRow[]; canEdit: boolean }> {
  await getVisibleStudy(db, viewer, studyId);
  const versions = await listVersions(db, studyId);
  return { versions: versions.map(toRow), canEdit: await mayEdit(db, viewer, studyId) };
}

/** Throws not_found for a version of a study of other sites. */
export async function readVersion(
  db: Db,
  viewer: Viewer,
  versionId: number,
): Promise<CriteriaVersionView> {
  const { version, study } = await getVersion(db, viewer, versionId);
  const { id, studyId, number, origin, publishedAt, publishedByName, revision } = version;
  const { savedByName } = version;
  const basedOn = version.basedOnId === null ? undefined : await findVersion(db, version.basedOnId);
  return {
    ...{ id, studyId, studyTitle: study.title, nctId: study.nctId, number, origin },
    state: stateOf(version),
    ...{ publishedAt, publishedByName, savedByName, revision },
    basedOnNumber: basedOn?.number ?? null,
    criteria: await listAskedCriteria(db, id),
    notes: study.imported.criteria.notes,
    canEdit: await mayEdit(db, viewer, studyId),
  };
}

/** Throws not_found. */
export async function readVersionDiff(db: Db, viewer: Viewer, input: DiffVersionsInput) {
  const { version } = await getVersion(db, viewer, input.versionId);
  const against =
    input.againstId === undefined
      ? await findVersionBefore(db, version)
      : (await getVersion(db, viewer, input.againstId)).version;
  if (against && against.studyId !== version.studyId) throw notFound("version");
  const before = against ? await listAskedCriteria(db, against.id) : [];
  return {
    againstNumber: against?.number ?? null,
    changes: diffVersions(before, await listAskedCriteria(db, version.id)),
  };
}

/** Throws not_found. */
export async function getVersion(
  db: Db,
  viewer: Viewer,
  versionId: number,
): Promise<{ version: StoredVersion; study: StoredStudy }> {
  const version = await findVersion(db, versionId);
  if (!version) throw notFound("version");
  const study = await orNotFound("version", getVisibleStudy(db, viewer, version.studyId));
  return { version, study };
}

/** The draft to be changed. Throws not_found, forbidden, and conflict where it is no draft any more. */
export async function getDraftToEdit(
  trx: Db,
  viewer: Viewer,
  versionId: number,
): Promise<StoredVersion> {
  const { version } = await getVersion(trx, viewer, versionId);
  await requireEditor(trx, viewer, version.studyId);
  if (version.publishedAt === null) return version;
  throw new DomainError(
    "conflict",
    `Version ${version.number} was published and stays as it is. Begin a new version to change the criteria.`,
    { reason: "published" },
  );
}

/** Throws not_found, forbidden. */
export async function requireEditor(trx: Db, viewer: Viewer, studyId: number): Promise<void> {
  await getVisibleStudy(trx, viewer, studyId);
  if (await mayEdit(trx, viewer, studyId)) return;
  throw new DomainError(
    "forbidden",
    "Criteria are changed by the owner, and by investigators and admins of a site that takes part. Ask one of them.",
  );
}

async function mayEdit(db: Db, viewer: Viewer, studyId: number): Promise<boolean> {
  const siteIds = (await listStudySites(db, "all", studyId)).map(({ siteId }) => siteId);
  return canEditCriteria(viewer, { siteIds });
}

function stateOf({ publishedAt }: Pick<StoredVersion, "publishedAt">): VersionState {
  return publishedAt === null ? "draft" : "published";
}

function toRow(version: CountedVersion): CriteriaVersionRow {
  const { id, number, origin, createdAt, publishedAt, publishedByName } = version;
  const { questions, doubts, revision } = version;
  return {
    ...{ id, number, state: stateOf(version), origin, createdAt, publishedAt, publishedByName },
    ...{ questions, doubts, revision },
  };
}
