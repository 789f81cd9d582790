// Who may do what with a site, as sentences.
import { canManagePeopleOf } from "../people/people-policy";
import type { Viewer } from "../people/viewer";

export interface SiteAbilities {
  readonly canUpdate: boolean;
  readonly canInvite: boolean;
}

/** What a site is called and promises is the owner's to say; its people are its admin's. */
export function siteAbilities(viewer: Viewer, siteId: number): SiteAbilities {
  return { canUpdate: viewer.isOwner, canInvite: canManagePeopleOf(viewer, siteId) };
}
