import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildTeam } from "../testing/build-team";

describeOnEveryEngine("people procedures", (openTestDatabase) => {
  it("tell who one is, with sites and abilities, and nothing to somebody signed out", async () => {
    const { db } = await openTestDatabase();
    const { callAs, coordinator, owner, site } = await buildTeam(db);
    expect(await callAs(undefined).me()).toBeNull();
    expect(await callAs(undefined).installation()).toEqual({ isDemo: false, sendsMail: true });
    expect(await callAs(coordinator).me()).toEqual({
      userId: coordinator.userId,
      name: coordinator.name,
      email: coordinator.email,
      isOwner: false,
      isDemo: false,
      keys: { isOff: false, changes: {} },
      secondFactor: { isOn: false, dueAt: null, isNeeded: false },
      sites: [
        {
          id: site.id,
          name: "Springfield General",
          city: "Springfield",
          countryCode: "US",
          timeZone: "America/Chicago",
          promiseHours: 24,
          roles: ["coordinator"],
        },
      ],
      abilities: {
        canWorkLeads: true,
        canManagePeople: false,
        canManageSites: false,
        canImportStudies: false,
        canSeeOutbox: false,
        canSeeAudit: false,
        canSeeBackups: false,
      },
    });
    expect(await callAs(owner).me()).toMatchObject({ isOwner: true, sites: [] });
  });
});
