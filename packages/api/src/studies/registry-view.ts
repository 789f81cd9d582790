// What a study's screen shows of the registry: the last look, what it found, and everything that imports
// changed so far. Whoever sees the study sees its history; what was found is the owner's to judge.
import type { Db } from "@studydesk/db/open-database";
import { findRegistryCheck } from "@studydesk/db/studies/registry-check-queries";
import {
  findStudyRevision,
  listStudyRevisions,
  type StudyRevision,
} from "@studydesk/db/studies/revision-queries";
import type { StoredStudy } from "@studydesk/db/studies/study-queries";
import { notFound, orNotFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { compareStudy, type StudyComparison } from "@studydesk/domain/studies/compare-study";
import { changeTitle } from "@studydesk/domain/studies/study-change";
import type { ListRevisionsInput } from "@studydesk/domain/studies/study-inputs";
import { canManageStudies } from "@studydesk/domain/studies/study-policy";
import type { Deps } from "../deps";
import { readStudyFile } from "./read-study-file";
import { getVisibleStudy } from "./study-view";

export interface RegistryView {
  /** Hours between the server's own looks; null: it never looks by itself. */
  syncHours: number | null;
  checkedAt: string | null;
  /** What was in the way of the last look, as a sentence. */
  problem: string | null;
  /** A record that differs from what is stored, for the owner to take over. */
  found: (Pick<StudyComparison, "changes" | "olderThan"> & { sha256: string }) | null;
  abilities: { check: boolean };
}

/** Throws `not_found` for a study of other sites. */
export async function readRegistry(
  deps: Pick<Deps, "db" | "registry">,
  viewer: Viewer,
  studyId: number,
): Promise<RegistryView> {
  const study = await getVisibleStudy(deps.db, viewer, studyId);
  const check = await findRegistryCheck(deps.db, studyId);
  const isOwner = canManageStudies(viewer);
  return {
    syncHours: deps.registry.syncHours ?? null,
    checkedAt: check?.checkedAt ?? null,
    problem: check?.problem ?? null,
    found: isOwner && check ? foundIn(check, study) : null,
    abilities: { check: isOwner },
  };
}

function foundIn(
  check: { foundRecord: string | null; foundSha256: string | null },
  study: StoredStudy,
): RegistryView["found"] {
  const { foundRecord, foundSha256: sha256 } = check;
  const [read] = foundRecord === null ? [] : readStudyFile(foundRecord);
  if (!read || sha256 === null) return null;
  const { changes, olderThan } = compareStudy(study.imported, read.study);
  return changes.length > 0 ? { changes, olderThan, sha256 } : null;
}

export interface RevisionRowView extends Omit<StudyRevision, "changes" | "studyId"> {
  /** "Title changed", "Criterion I3 reworded", …: the first ones; `count` says how many there are. */
  titles: string[];
  count: number;
}

const pageSize = 20;
const mostTitles = 6;

/** Newest first. Throws `not_found` for a study of other sites. */
export async function readRevisions(
  db: Db,
  viewer: Viewer,
  { studyId, cursor }: ListRevisionsInput,
): Promise<{ rows: RevisionRowView[]; nextCursor: number | null }> {
  await getVisibleStudy(db, viewer, studyId);
  const found = await listStudyRevisions(db, studyId, {
    beforeId: cursor ?? undefined,
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  return {
    rows: page.map(({ changes, studyId: _, ...revision }) => ({
      ...revision,
      titles: changes.slice(0, mostTitles).map(changeTitle),
      count: changes.length,
    })),
    nextCursor: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** With its changes. Throws `not_found` for one of a study of other sites. */
export async function readRevision(db: Db, viewer: Viewer, id: number): Promise<StudyRevision> {
  const revision = await findStudyRevision(db, id);
  if (!revision) throw notFound("revision");
  await orNotFound("revision", getVisibleStudy(db, viewer, revision.studyId));
  return revision;
}
