// Who may do what with people and the installation, as sentences. The answers travel with the records.
import { adminScopeOf, hasRole, type Role, type Viewer } from "./viewer";

/** Admins look after the people of their own site, the owner after everybody. */
export function canManagePeopleOf(viewer: Viewer, siteId: number): boolean {
  return viewer.isOwner || hasRole(viewer, siteId, "admin");
}

/** Nobody takes their own admin role away by accident: another admin or the owner does it. */
export function canRemoveRole(
  viewer: Viewer,
  held: { userId: string; siteId: number; role: Role },
): boolean {
  const isOwnAdminRole = held.userId === viewer.userId && held.role === "admin";
  return canManagePeopleOf(viewer, held.siteId) && (viewer.isOwner || !isOwnAdminRole);
}

/** What keeps everybody's data safe is for those who answer for some of it; they see no data by that. */
export function canSeeBackups(viewer: Viewer): boolean {
  return adminScopeOf(viewer) !== undefined;
}

export interface ViewerAbilities {
  /** At one site at least; an investigator reads leads and keeps notes. */
  readonly canWorkLeads: boolean;
  readonly canManagePeople: boolean;
  readonly canManageSites: boolean;
  readonly canImportStudies: boolean;
  readonly canSeeOutbox: boolean;
  readonly canSeeAudit: boolean;
  readonly canSeeBackups: boolean;
}

export function viewerAbilities(viewer: Viewer): ViewerAbilities {
  const isAdmin = adminScopeOf(viewer) !== undefined;
  return {
    canWorkLeads: viewer.roles.some(({ role }) => role !== "investigator"),
    canManagePeople: isAdmin,
    canManageSites: viewer.isOwner,
    canImportStudies: viewer.isOwner,
    canSeeOutbox: isAdmin,
    canSeeAudit: isAdmin,
    canSeeBackups: canSeeBackups(viewer),
  };
}
