import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, type OpenTestDatabase } from "@studydesk/db/testing/every-engine";
import { spoilAudit } from "@studydesk/db/testing/spoil-audit";
import { expect, it } from "vitest";
import { buildAuditTrail, madeUpEntry } from "../testing/build-audit";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { workOnAuditCheck } from "./audit-checks";

async function build(openTestDatabase: OpenTestDatabase) {
  const { db } = await openTestDatabase();
  const deps = buildDeps(db);
  const { id: siteId } = await buildSite(db);
  const { id: otherId } = await buildSite(db, { name: "Shelbyville Clinic" });
  const admin = await buildPerson(db, { role: "admin", siteId, name: "Bo Example" });
  const owner = await buildPerson(db, { isOwner: true });
  const lead = await buildLead(db, { siteId });
  const add = (index: number, entry: object) =>
    inTransaction(db, (trx) => addAudit(trx, { ...madeUpEntry(index, 0), ...entry }));
  await add(0, { siteId, actorId: admin.userId, subjectId: String(lead.id) });
  await add(1, { siteId: otherId });
  await add(2, {
    siteId: null,
    subject: "person",
    subjectId: admin.userId,
    action: "person.signed_in",
  });
  await add(1_500, {
    siteId,
    action: "leads.exported",
    subject: "site",
    subjectId: String(siteId),
  });
  await add(1_501, {
    siteId: null,
    subject: "study",
    subjectId: String(lead.studyId),
    action: "study.imported",
  });
  return {
    ...{ db, deps, siteId, otherId, lead, admin },
    asAdmin: buildCaller(deps, admin).audit,
    asOwner: buildCaller(deps, owner).audit,
  };
}

const numbers = ({ rows }: { rows: readonly { sequence: number }[] }) =>
  rows.map(({ sequence }) => sequence);

describeOnEveryEngine("audit", (openTestDatabase) => {
  it("shows admins the rows of their sites and the owner all, newest first, with names of the team alone", async () => {
    const { asAdmin, asOwner, admin, lead } = await build(openTestDatabase);
    const own = await asAdmin.list({});
    expect(numbers(own)).toEqual([4, 1]);
    expect(own.people).toEqual({ [admin.userId]: "Bo Example" });
    expect(numbers(await asOwner.list({}))).toEqual([5, 4, 3, 2, 1]);
    expect(JSON.stringify(own)).not.toContain(lead.lastName);
  });

  it("filters by person, kind, lead, study, site and days, and never beyond one's sites", async () => {
    const { asAdmin, asOwner, admin, lead, siteId, otherId } = await build(openTestDatabase);
    const found = async (filters: object) => numbers(await asOwner.list(filters));
    expect(await found({ actorId: admin.userId })).toEqual([1]);
    expect(await found({ group: "lead" })).toEqual([2, 1]);
    expect(await found({ group: "leads" })).toEqual([4]);
    expect(await found({ leadId: lead.id })).toEqual([1]);
    expect(await found({ studyId: lead.studyId })).toEqual([5, 1]);
    expect(await found({ siteId })).toEqual([4, 1]);
    expect(await found({ from: "2026-09-02" })).toEqual([5, 4]);
    expect(await found({ to: "2026-09-01" })).toEqual([3, 2, 1]);
    expect(numbers(await asAdmin.list({ siteId: otherId }))).toEqual([]);
    expect(await found({ cursor: 3 })).toEqual([2, 1]);
    expect(await asAdmin.choices()).toEqual({
      people: [{ userId: admin.userId, name: "Bo Example" }],
      sites: [{ siteId, name: "Springfield General" }],
    });
  });

  it("pages from row to row, with nothing twice and nothing left out", async () => {
    const { db, asOwner } = await build(openTestDatabase);
    await inTransaction(db, async (trx) => {
      for (let index = 0; index < 200; index++) await addAudit(trx, madeUpEntry(index, 0));
    });
    const seen: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await asOwner.list({ cursor: before });
      seen.push(...numbers(page));
      if (page.nextBefore === null) break;
      before = page.nextBefore;
    }
    expect(seen).toEqual(Array.from({ length: 205 }, (_, index) => 205 - index));
  });

  it("checks the whole trail when asked, once at a time, and says what it found", async () => {
    const { db, deps, asAdmin, asOwner } = await build(openTestDatabase);
    await buildAuditTrail(db, 2);
    expect(await asAdmin.state()).toMatchObject({ isWhole: false, check: null, warning: null });
    const begun = await asOwner.check();
    expect(begun).toMatchObject({ isWhole: true, check: { endedAt: null, total: 9 } });
    await asAdmin.check();
    expect(await db.selectFrom("auditChecks").selectAll().execute()).toHaveLength(1);
    const { signal } = new AbortController();
    expect(await workOnAuditCheck(deps, signal)).toBe(true);
    expect(await workOnAuditCheck(deps, signal)).toBe(false);
    expect(await asOwner.state()).toMatchObject({
      check: { checked: 9, problem: null, endedAt: deps.now().toISOString() },
      warning: null,
    });
    await spoilAudit(db, "update audit set action = 'lead.opened' where sequence = 3");
    await asOwner.check();
    await workOnAuditCheck(deps, signal);
    const { check, warning } = await asAdmin.state();
    expect(check?.problem).toContain("Row 3 was changed");
    expect(warning).toBe(check?.problem);
  });

  it("leaves a check that was cut off to the next server", async () => {
    const { deps, asOwner } = await build(openTestDatabase);
    await asOwner.check();
    const stopped = new AbortController();
    stopped.abort();
    expect(await workOnAuditCheck(deps, stopped.signal)).toBe(false);
    expect((await asOwner.state()).check).toMatchObject({ endedAt: null });
    expect(await workOnAuditCheck(deps, new AbortController().signal)).toBe(true);
  });
});
