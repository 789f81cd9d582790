// Who may do what with studies, as sentences.
import { hasRole, type Viewer } from "../people/viewer";

/** Studies belong to the installation, not to a site. */
export function canManageStudies(viewer: Viewer): boolean {
  return viewer.isOwner;
}

/** A site's admin opens and pauses its own recruiting; the owner may for every site. */
export function canSetRecruiting(viewer: Viewer, studySite: { siteId: number }): boolean {
  return viewer.isOwner || hasRole(viewer, studySite.siteId, "admin");
}

/** A study's page is one for all its sites: the owner words it, and the admin of any site that takes part. */
export function canWordStudy(viewer: Viewer, study: { siteIds: readonly number[] }): boolean {
  return viewer.isOwner || study.siteIds.some((siteId) => hasRole(viewer, siteId, "admin"));
}
