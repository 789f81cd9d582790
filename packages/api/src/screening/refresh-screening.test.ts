import { buildLead } from "@studydesk/db/testing/build-lead";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildScreening, buildVersion } from "../testing/build-screening";
import { pinToVersionInForce, refreshScreenings } from "./refresh-screening";

async function open() {
  const { db } = await openTestSqlite();
  const desk = await buildScreening(db);
  const { lead } = desk;
  const caller = buildCaller(desk.deps, desk.kim);
  const moveTo = async (
    to: "contacting" | "pre_screening" | "could_not_reach",
    reason?: "person_abroad" | "got_in_touch",
  ) => {
    const { version } = await caller.leads.get({ leadId: lead.id });
    const given = { leadId: lead.id, to, expectedVersion: version };
    return caller.leads.changeStatus({ ...given, ...(reason ? { reason } : {}) });
  };
  const pinned = async () => (await caller.leads.get({ leadId: lead.id })).screening?.versionNumber;
  const publish = (number: number) => buildVersion(db, lead.studyId, number);
  return { ...desk, caller, moveTo, pinned, publish };
}

it("pins a lead with its pre-screening, and anew when it is opened again, also by taking a closing back", async () => {
  const { caller, moveTo, pinned, publish } = await open();
  await moveTo("contacting");
  expect(await pinned()).toBeUndefined();
  await moveTo("pre_screening");
  expect(await pinned()).toBe(1);
  const { changeId } = await moveTo("could_not_reach", "person_abroad");
  await publish(2);
  expect(await pinned()).toBe(1);
  await caller.leads.undo({ changeId: changeId ?? 0 });
  expect(await pinned()).toBe(2);
  await moveTo("could_not_reach", "person_abroad");
  await publish(3);
  await moveTo("pre_screening", "got_in_touch");
  expect(await pinned()).toBe(3);
});

it("leaves a lead with the version that was consented to", async () => {
  const { db, lead, moveTo, pinned, publish } = await open();
  await moveTo("contacting");
  await moveTo("pre_screening");
  await publish(2);
  const at = "2026-09-02T12:00:00.000Z";
  await pinToVersionInForce(db, { ...lead, status: "in_screening" }, at);
  expect(await pinned()).toBe(1);
  await pinToVersionInForce(db, { ...lead, status: "investigator_review" }, at);
  expect(await pinned()).toBe(2);
});

it("counts many leads in one go, each its own answers, and keeps when each began", async () => {
  const { db, deps, lead, version, caller, criterion } = await open();
  await caller.screening.answer({
    ...{ leadId: lead.id, criterionId: criterion("I1"), value: false, expectedAnswerId: null },
    ...{ evidence: null, source: null },
  });
  const { siteId, studyId } = lead;
  const { id: otherId } = await buildLead(db, { siteId, studyId });
  deps.clock.advance(60_000);
  const later = deps.now().toISOString();
  await refreshScreenings(db, [lead.id, otherId], version.id, later);
  const rows = await db.selectFrom("screenings").selectAll().orderBy("leadId").execute();
  expect(rows).toMatchObject([
    { leadId: lead.id, answered: 1, failed: 1, startedAt: "2026-09-01T12:00:00.000Z" },
    { leadId: otherId, answered: 0, failed: 0, startedAt: later },
  ]);
  expect(rows[0]?.answersSha256).not.toBe(rows[1]?.answersSha256);
});
