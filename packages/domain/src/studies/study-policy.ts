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
