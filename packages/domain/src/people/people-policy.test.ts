import { describe, expect, it } from "vitest";
import { canManagePeopleOf, canRemoveRole, viewerAbilities } from "./people-policy";
import type { SiteRole, Viewer } from "./viewer";

const viewer = (roles: SiteRole[], isOwner = false): Viewer => ({
  userId: "me",
  name: "Robin Example",
  email: "robin@example.org",
  isOwner,
  roles,
  sessionId: "s",
});
const coordinator = viewer([{ siteId: 1, role: "coordinator" }]);
const admin = viewer([{ siteId: 1, role: "admin" }]);
const owner = viewer([], true);

describe("people policy", () => {
  it.each([
    ["a coordinator", coordinator, 1, false],
    ["an admin of the site", admin, 1, true],
    ["an admin of another site", admin, 2, false],
    ["the owner", owner, 2, true],
    ["somebody without a role", viewer([]), 1, false],
  ])("%s manages people of site: %#", (_, who, siteId, expected) => {
    expect(canManagePeopleOf(who, siteId)).toBe(expected);
  });

  it("keeps an admin from removing their own admin role, and from nothing else at the site", () => {
    const own = { userId: "me", siteId: 1 };
    expect(canRemoveRole(admin, { ...own, role: "admin" })).toBe(false);
    expect(canRemoveRole(admin, { ...own, role: "coordinator" })).toBe(true);
    expect(canRemoveRole(admin, { userId: "other", siteId: 1, role: "admin" })).toBe(true);
    expect(canRemoveRole(admin, { userId: "other", siteId: 2, role: "coordinator" })).toBe(false);
    expect(canRemoveRole(coordinator, { userId: "me", siteId: 1, role: "coordinator" })).toBe(
      false,
    );
    expect(canRemoveRole(owner, { userId: "me", siteId: 1, role: "admin" })).toBe(true);
  });

  it("says with the viewer what the screens may offer", () => {
    expect(viewerAbilities(coordinator)).toEqual({
      canWorkLeads: true,
      canManagePeople: false,
      canManageSites: false,
      canImportStudies: false,
      canSeeOutbox: false,
      canSeeAudit: false,
      canSeeBackups: false,
    });
    expect(viewerAbilities(admin)).toMatchObject({ canManagePeople: true, canSeeOutbox: true });
    expect(viewerAbilities(owner)).toMatchObject({ canWorkLeads: false, canManageSites: true });
    const investigator = viewer([{ siteId: 1, role: "investigator" }]);
    expect(viewerAbilities(investigator)).toMatchObject({ canWorkLeads: false });
  });
});
