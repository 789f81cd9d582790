// Who may do what with a study's questions, as sentences.
import { hasRole, type Viewer } from "../people/viewer";

/** Criteria are one for all sites of a study: the owner, and doctors and admins of a site that takes part. */
export function canEditCriteria(viewer: Viewer, study: { siteIds: readonly number[] }): boolean {
  return (
    viewer.isOwner ||
    study.siteIds.some((siteId) => hasRole(viewer, siteId, "admin", "investigator"))
  );
}
