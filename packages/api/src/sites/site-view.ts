// A site as it leaves the server: with what the viewer is there, and what they may do with it.
import type { Site } from "@studydesk/db/sites/site-queries";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";
import { type SiteAbilities, siteAbilities } from "@studydesk/domain/sites/site-policy";

export interface SiteView extends Site {
  roles: Role[];
  abilities: SiteAbilities;
}

export function toSiteView(viewer: Viewer, site: Site): SiteView {
  return {
    ...site,
    roles: viewer.roles.filter((held) => held.siteId === site.id).map((held) => held.role),
    abilities: siteAbilities(viewer, site.id),
  };
}
