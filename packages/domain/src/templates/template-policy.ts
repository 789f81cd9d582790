// Who may do what with a site's templates: everybody there reads them, its admins write them.
import { hasRole, type Viewer } from "../people/viewer";

export interface TemplateAbilities {
  readonly canEdit: boolean;
}

export function canReadTemplates(viewer: Viewer, siteId: number): boolean {
  return hasRole(viewer, siteId, "coordinator", "investigator", "admin");
}

export function templateAbilities(viewer: Viewer, siteId: number): TemplateAbilities {
  return { canEdit: hasRole(viewer, siteId, "admin") };
}

/** More than anybody finds their way in. */
export const mostTemplates = 200;
