// Who is asking. Roles are held per site; the owner of the installation is one person, made once.
import { z } from "zod";

export const roles = ["coordinator", "investigator", "admin"] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

export const roleLabels: Readonly<Record<Role, string>> = {
  coordinator: "Coordinator",
  investigator: "Investigator",
  admin: "Admin",
};

/** A signed-in person, with what they are at each site. Built anew for every request. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isOwner: boolean;
  readonly roles: readonly SiteRole[];
  /** The session that asked: what "sign out everywhere else" leaves alone. */
  readonly sessionId: string;
  /** Their grace is over: until a second factor is set up, only their own account answers. */
  readonly needsSecondFactor?: true;
}

export interface SiteRole {
  readonly siteId: number;
  readonly role: Role;
}

/** The sites whose leads this person may see. An owner runs the installation and sees no lead by that alone. */
export function siteIdsOf(viewer: Viewer): number[] {
  return [...new Set(viewer.roles.map((held) => held.siteId))];
}

export function hasRole(viewer: Viewer, siteId: number, ...wanted: readonly Role[]): boolean {
  return viewer.roles.some((held) => held.siteId === siteId && wanted.includes(held.role));
}

/** The sites at which this person holds one of the roles. */
export function siteIdsWithRole(viewer: Viewer, ...wanted: readonly Role[]): number[] {
  return [
    ...new Set(viewer.roles.filter((held) => wanted.includes(held.role)).map((h) => h.siteId)),
  ];
}

/** Which sites' rows somebody may touch: those of a list, or all of them. */
export type SiteScope = readonly number[] | "all";

/** What the admins of a site and the owner answer for; undefined: the person is neither. */
export function adminScopeOf(viewer: Viewer): SiteScope | undefined {
  if (viewer.isOwner) return "all";
  const siteIds = siteIdsWithRole(viewer, "admin");
  return siteIds.length > 0 ? siteIds : undefined;
}
