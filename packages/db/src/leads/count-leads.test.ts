import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Db, inTransaction } from "../open-database";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildPerson, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { compactLeadCounters, countMatchingLeads } from "./count-leads";

/** "site status owner" → how many, without those that are none. */
async function readCounters(db: Db): Promise<Record<string, number>> {
  const rows = await db.selectFrom("leadCounters").selectAll().execute();
  const sums: Record<string, number> = {};
  for (const { siteId, status, ownerId, count } of rows) {
    const key = `${siteId} ${status} ${ownerId}`;
    sums[key] = (sums[key] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
}

async function countRows(db: Db): Promise<Record<string, number>> {
  const rows = await db.selectFrom("leads").select(["siteId", "status", "ownerId"]).execute();
  const sums: Record<string, number> = {};
  for (const { siteId, status, ownerId } of rows) {
    const key = `${siteId} ${status} ${ownerId ?? ""}`;
    sums[key] = (sums[key] ?? 0) + 1;
  }
  return sums;
}

const write = fc.record({
  what: fc.constantFrom("add", "move", "assign", "delete", "rename"),
  which: fc.nat({ max: 20 }),
  status: fc.constantFrom(...leadStatuses),
  owner: fc.nat({ max: 2 }),
  isTakenBack: fc.boolean(),
});

describeOnEveryEngine("the kept counters", (openTestDatabase) => {
  it("equal what is counted, after any writes, also those that were rolled back", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    const siteIds = [(await buildSite(db)).id, (await buildSite(db)).id];
    const owners = [null, (await buildPerson(db)).userId, (await buildPerson(db)).userId];
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 25 }), async (writes) => {
        for (const { what, which, status, owner, isTakenBack } of writes) {
          const ids = await db.selectFrom("leads").select("id").orderBy("id").execute();
          const id = ids[which % Math.max(1, ids.length)]?.id ?? 0;
          const ownerId = owners[owner] ?? null;
          const change = (trx: Db, changes: object) =>
            trx.updateTable("leads").set(changes).where("id", "=", id).execute();
          await inTransaction(db, async (trx) => {
            if (what === "add") {
              const siteId = siteIds[which % 2] ?? 0;
              await buildLead(trx, { studyId, siteId, status, ownerId });
            }
            if (what === "move") await change(trx, { status });
            if (what === "assign") await change(trx, { ownerId });
            if (what === "rename") await change(trx, { lastName: "Moss", status });
            if (what === "delete") await trx.deleteFrom("leads").where("id", "=", id).execute();
            if (isTakenBack) throw new Error("taken back");
          }).catch((error: Error) => expect(error.message).toBe("taken back"));
        }
        expect(await readCounters(db)).toEqual(await countRows(db));
        await compactLeadCounters(db);
        expect(await readCounters(db)).toEqual(await countRows(db));
      }),
      { numRuns: 10 },
    );
  });

  it("stay exact, and let nobody wait for ever, when many write at once and others put them together", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    const { id: siteId } = await buildSite(db);
    const leads = await Promise.all(
      Array.from({ length: 12 }, () => buildLead(db, { studyId, siteId })),
    );
    await Promise.all([
      ...leads.map((_, index) =>
        inTransaction(db, async (trx) => {
          for (const each of [leads[index], leads[(index + 5) % 12]]) {
            const status = leadStatuses[index % leadStatuses.length] ?? "new";
            if (!each || (index >= 6 && each !== leads[index])) continue;
            await trx.updateTable("leads").set({ status }).where("id", "=", each.id).execute();
          }
        }),
      ),
      compactLeadCounters(db),
      compactLeadCounters(db),
    ]);
    expect(await readCounters(db)).toEqual(await countRows(db));
  });
});

describeOnEveryEngine("countMatchingLeads", (openTestDatabase) => {
  it("counts what a list with these filters would show, within the reader's sites", async () => {
    const { db } = await openTestDatabase();
    const [{ id: own }, { id: other }] = [await buildSite(db), await buildSite(db)];
    const studyId = await buildStudy(db, "Zzz");
    const at = "2026-08-31T00:00:00.000Z";
    await buildLead(db, { siteId: own, studyId, followUpAt: at });
    await buildLead(db, { siteId: own, studyId, lastName: "Bell", email: "b@example.org" });
    await buildLead(db, { siteId: other, studyId, followUpAt: at });
    const sites = [
      {
        siteId: own,
        endOfToday: "2026-09-02T05:00:00.000Z",
        endOfNextSevenDays: "2026-09-09T05:00:00.000Z",
        timeZone: "America/Chicago",
        promiseBefore: at,
      },
    ];
    const count = (filters: object) =>
      countMatchingLeads(db, { sites, userId: "x", now: "2026-09-01T12:00:00.000Z", filters });
    expect(await count({})).toEqual({ count: 2, isCapped: false });
    expect(await count({ followUps: ["overdue"] })).toEqual({ count: 1, isCapped: false });
    expect(await count({ search: "voss" })).toEqual({ count: 1, isCapped: false });
    expect(await count({ siteIds: [other] })).toEqual({ count: 0, isCapped: false });
  });
});
