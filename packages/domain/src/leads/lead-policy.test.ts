import { describe, expect, it } from "vitest";
import { type Role, roles, type SiteRole, type Viewer } from "../people/viewer";
import { canSeeLead, canWorkOnLead, leadAbilities } from "./lead-policy";
import { leadStatuses } from "./lead-status";

const viewer = (held: SiteRole[], isOwner = false): Viewer => ({
  userId: "kim",
  name: "Kim Example",
  email: "kim@example.org",
  isOwner,
  roles: held,
  sessionId: "s",
});
const at = (siteId: number, role: Role) => viewer([{ siteId, role }]);
const lead = { siteId: 1, status: "new", doNotContact: false, erasedAt: null } as const;
const nothing = {
  changeStatus: false,
  logContact: false,
  setFollowUp: false,
  planVisit: false,
  setScreeningNumber: false,
  assign: false,
  edit: false,
  writeNote: false,
  serveDataRights: false,
};
const everything = {
  changeStatus: true,
  logContact: true,
  setFollowUp: true,
  planVisit: false,
  setScreeningNumber: false,
  assign: true,
  edit: true,
  writeNote: true,
  serveDataRights: false,
};

describe("lead policy", () => {
  it.each([
    ["a coordinator of the site", at(1, "coordinator"), everything],
    ["an admin of the site", at(1, "admin"), { ...everything, serveDataRights: true }],
    ["an investigator of the site", at(1, "investigator"), { ...nothing, writeNote: true }],
    ["a coordinator of another site", at(2, "coordinator"), nothing],
    ["an investigator of another site", at(2, "investigator"), nothing],
    ["an admin of another site", at(2, "admin"), nothing],
    ["the owner without a role", viewer([], true), nothing],
    ["somebody without a role", viewer([]), nothing],
    [
      "an investigator here who coordinates elsewhere",
      viewer([
        { siteId: 1, role: "investigator" },
        { siteId: 2, role: "coordinator" },
      ]),
      { ...nothing, writeNote: true },
    ],
  ])("says what %s may do", (_, who, abilities) => {
    expect(leadAbilities(who, lead)).toEqual(abilities);
    expect(canSeeLead(who, lead)).toBe(abilities.writeNote);
    expect(canWorkOnLead(who, lead)).toBe(abilities.changeStatus);
  });

  it("lets nobody log a contact with a person who asked for none, in any status", () => {
    for (const status of leadStatuses) {
      for (const role of roles) {
        const silenced = { ...lead, status, doNotContact: true };
        expect(leadAbilities(at(1, role), silenced).logContact).toBe(false);
      }
    }
  });

  it("lets everybody see an erased lead of theirs, and nobody work on it or write about it", () => {
    const erased = { ...lead, erasedAt: "2026-09-01T12:00:00.000Z" };
    for (const role of roles) {
      expect(canSeeLead(at(1, role), erased)).toBe(true);
      expect(leadAbilities(at(1, role), erased)).toEqual(nothing);
    }
  });

  it("sets no follow-up on a lead that is none", () => {
    const invalid = { ...lead, status: "invalid" } as const;
    expect(leadAbilities(at(1, "coordinator"), invalid)).toEqual({
      ...everything,
      setFollowUp: false,
    });
  });

  it("plans visits once an investigator signed, and numbers people once they consented", () => {
    const able = (ability: "planVisit" | "setScreeningNumber", who = at(1, "coordinator")) =>
      leadStatuses.filter((status) => leadAbilities(who, { ...lead, status })[ability]);
    expect(able("planVisit")).toEqual(["visit_scheduled", "in_screening"]);
    const consented = ["in_screening", "enrolled", "screen_failure", "withdrawn"];
    expect(able("setScreeningNumber")).toEqual(consented);
    expect(able("planVisit", at(1, "investigator"))).toEqual([]);
    expect(able("setScreeningNumber", at(1, "investigator"))).toEqual([]);
  });
});
