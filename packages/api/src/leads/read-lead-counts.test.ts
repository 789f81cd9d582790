import { buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDesk } from "../testing/build-desk";

describeOnEveryEngine("the numbers beside the views", (openTestDatabase) => {
  it("are counted anew after any change of a lead, and for each person by themselves", async () => {
    const { asKim, asBo, lead, kim } = await buildDesk((await openTestDatabase()).db);
    expect(await asKim.counts()).toMatchObject({ inbox: 1, mine: 0, unassigned: 1 });
    const { id: leadId, version: expectedVersion } = lead;
    await asBo.assign({ leadId, ownerId: kim.userId, expectedVersion });
    expect(await asKim.counts()).toMatchObject({ inbox: 1, mine: 1, unassigned: 0 });
    expect(await asBo.counts()).toMatchObject({ inbox: 1, mine: 0, unassigned: 0 });
  });

  it("follow the time within a minute, also when nobody writes", async () => {
    const { asKim, db, deps, siteId } = await buildDesk((await openTestDatabase()).db);
    await buildLead(db, { siteId, createdAt: "2026-08-31T12:00:30.000Z" });
    expect(await asKim.counts()).toMatchObject({ all: 2, pastPromise: 1 });
    deps.clock.advance(60_000);
    expect(await asKim.counts()).toMatchObject({ all: 2, pastPromise: 2 });
  });
});
