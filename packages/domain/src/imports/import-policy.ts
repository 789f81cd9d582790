// Who may bring leads in from a file, and take leads out into one.
import { hasRole, siteIdsWithRole, type Viewer } from "../people/viewer";

/** Coordinators and admins of the site: whoever may work on its leads. */
export function canImportLeads(viewer: Viewer, siteId: number): boolean {
  return hasRole(viewer, siteId, "coordinator", "admin");
}

/** The sites whose leads this person may bring in or take out; empty: none. */
export function siteIdsOfTransfers(viewer: Viewer): number[] {
  return siteIdsWithRole(viewer, "coordinator", "admin");
}
