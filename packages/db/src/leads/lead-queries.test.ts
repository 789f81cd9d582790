import { expect, it } from "vitest";
import { inTransaction } from "../open-database";
import { addRole } from "../people/role-queries";
import { buildConsent, buildLead } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { addActivity, addContactAttempt, listActivities } from "./activity-queries";
import { findConsent, listAssignees, listSubmissions } from "./lead-details-queries";
import { findLead, moveLead } from "./lead-queries";

const at = "2026-09-01T13:00:00.000Z";

describeOnEveryEngine("lead queries", (openTestDatabase) => {
  it("finds a lead with its study, site and owner, and only at the sites it is asked for", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const { userId: ownerId } = await buildPerson(db, { name: "Kim Example" });
    const { id } = await buildLead(db, { siteId, ownerId, doNotContact: 1 });
    expect(await findLead(db, [otherId, siteId], id)).toMatchObject({
      id,
      studyTitle: "A study of sleep",
      siteName: "Springfield General",
      siteTimeZone: "America/Chicago",
      promiseHours: 24,
      ownerName: "Kim Example",
      doNotContact: true,
      version: 1,
    });
    expect(await findLead(db, [otherId], id)).toBeUndefined();
    expect(await findLead(db, [], id)).toBeUndefined();
    expect(await findLead(db, [siteId], id + 1)).toBeUndefined();
  });

  it("saves over the version that was read, and says when another is there", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { id } = await buildLead(db, { siteId });
    expect(await moveLead(db, { id, version: 1, changes: { status: "contacting" } })).toBe(true);
    expect(await moveLead(db, { id, version: 1, changes: { status: "invalid" } })).toBe(false);
    expect(await moveLead(db, { id, version: 2, changes: { doNotContact: true } })).toBe(true);
    expect(await findLead(db, [siteId], id)).toMatchObject({
      status: "contacting",
      doNotContact: true,
      version: 3,
    });
  });

  it("lets one of two savers at once win, and the other know", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { id } = await buildLead(db, { siteId });
    const save = (followUpNote: string) =>
      inTransaction(db, (trx) => moveLead(trx, { id, version: 1, changes: { followUpNote } }));
    const saved = await Promise.all([save("one"), save("two")]);
    expect([...saved].sort()).toEqual([false, true]);
    const lead = await findLead(db, [siteId], id);
    expect(lead?.followUpNote).toBe(saved[0] ? "one" : "two");
    expect(lead?.version).toBe(2);
  });

  it("tells what happened newest first, with the names of those who did it, at its own site alone", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { userId: byUserId } = await buildPerson(db, { name: "Kim Example" });
    const { id: leadId } = await buildLead(db, { siteId });
    const attempt = { channel: "phone", outcome: "no_answer", note: null } as const;
    const attemptId = await addContactAttempt(db, { leadId, at, byUserId, ...attempt });
    await addActivity(db, {
      leadId,
      at,
      byUserId: null,
      activity: { kind: "submission_received", submissionId: 1, first: true },
    });
    await addActivity(db, {
      leadId,
      at,
      byUserId,
      activity: { kind: "contact_attempted", attemptId, ...attempt },
    });
    const timeline = await listActivities(db, [siteId], leadId);
    expect(timeline).toMatchObject([
      { byUserId, byName: "Kim Example", activity: { kind: "contact_attempted", attemptId } },
      { byUserId: null, byName: null, activity: { kind: "submission_received" } },
    ]);
    expect(await listActivities(db, [siteId], leadId, { limit: 1 })).toEqual(timeline.slice(0, 1));
    const beforeId = timeline[0]?.id;
    expect(await listActivities(db, [siteId], leadId, { beforeId })).toEqual(timeline.slice(1));
    expect(await listActivities(db, [siteId], leadId, { kinds: ["erased"] })).toEqual([]);
    expect(await listActivities(db, [siteId + 1], leadId)).toEqual([]);
  });

  it("reads messages and the consent in force at its own site alone", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const lead = await buildLead(db, { siteId });
    await buildConsent(db, lead, "Please call after six.");
    expect(await listSubmissions(db, [siteId], lead.id)).toMatchObject([
      { message: "Please call after six.", phone: "(312) 555-0142" },
    ]);
    expect(await findConsent(db, [siteId], lead.id)).toMatchObject({ language: "en" });
    expect(await listSubmissions(db, [siteId + 1], lead.id)).toEqual([]);
    expect(await findConsent(db, [siteId + 1], lead.id)).toBeUndefined();
    await db.updateTable("consents").set({ withdrawnAt: at }).execute();
    expect(await findConsent(db, [siteId], lead.id)).toBeUndefined();
  });

  it("offers leads to coordinators and admins of the site, not to its investigators", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const hold = async (name: string, site: number, ...roles: ("admin" | "investigator")[]) => {
      const { userId } = await buildPerson(db, { name });
      for (const role of roles) {
        await addRole(db, { userId, siteId: site, role, at });
      }
    };
    await hold("Bo Example", siteId, "admin", "investigator");
    await hold("Al Example", siteId, "admin");
    await hold("Cy Example", siteId, "investigator");
    await hold("Di Example", otherId, "admin");
    const assignees = await listAssignees(db, siteId);
    expect(assignees.map(({ name, roles }) => [name, roles])).toEqual([
      ["Al Example", ["admin"]],
      ["Bo Example", ["admin", "investigator"]],
    ]);
  });
});
