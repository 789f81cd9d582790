// The study site whose people are kept or erased by a clock: its admins and the owner see to that.
import type { Db } from "@studydesk/db/open-database";
import { findStudySite, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { hasRole, siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";

export function canManageRetention(viewer: Viewer, siteId: number): boolean {
  return viewer.isOwner || hasRole(viewer, siteId, "admin");
}

/** Throws not_found for a study site of others, and forbidden. */
export async function getStudySiteToManage(
  db: Db,
  viewer: Viewer,
  studySiteId: number,
): Promise<StudySite> {
  const studySite = await findStudySite(db, studySiteId);
  const isSeen = studySite && (viewer.isOwner || siteIdsOf(viewer).includes(studySite.siteId));
  if (!studySite || !isSeen) throw notFound("study site");
  if (canManageRetention(viewer, studySite.siteId)) return studySite;
  throw new DomainError(
    "forbidden",
    "Only an admin of this site or the owner decides how long people are kept. Ask them.",
  );
}
