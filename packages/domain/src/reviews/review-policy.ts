// Who decides about candidates: investigators of the site and nobody else, an owner or an admin no more
// than anybody.
import type { LeadForPolicy } from "../leads/lead-policy";
import { hasRole, siteIdsWithRole, type Viewer } from "../people/viewer";

/** The sites whose candidates wait for this person. */
export function reviewSiteIds(viewer: Viewer): number[] {
  return siteIdsWithRole(viewer, "investigator");
}

/** Reads the candidate's page, decides and signs. */
export function canReview(viewer: Viewer, lead: Pick<LeadForPolicy, "siteId">): boolean {
  return hasRole(viewer, lead.siteId, "investigator");
}
