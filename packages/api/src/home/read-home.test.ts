import type { Db } from "@studydesk/db/open-database";
import type { NewRow } from "@studydesk/db/schema";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { filtersFor, type ViewFilters } from "@studydesk/domain/views/view-filters";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import { refusalOf } from "../testing/build-desk";

const hour = 3_600_000;
const noon = Date.parse("2026-09-01T12:00:00.000Z");
const ago = (hours: number) => new Date(noon - hours * hour).toISOString();

async function buildHome(db: Db) {
  const deps = buildDeps(db);
  const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
  const kim = await buildPerson(db, { role: "coordinator", siteId });
  const bo = await buildPerson(db, { role: "coordinator", siteId });
  const wen = await buildPerson(db, { role: "investigator", siteId });
  const add = (lead: Partial<NewRow<"leads">>) => buildLead(db, { siteId, ...lead });
  // Kept within 24 hours, kept too late, never though the time is up, not up yet, spam, long ago.
  const tried = await add({
    createdAt: ago(50),
    firstContactAt: ago(40),
    status: "contacting",
    ownerId: kim.userId,
    followUpAt: ago(1),
    lastAttemptAt: ago(40),
    attemptCount: 1,
  });
  await add({
    createdAt: ago(100),
    firstContactAt: ago(10),
    status: "pre_screening",
    ownerId: kim.userId,
    followUpAt: ago(-60),
  });
  await add({ createdAt: ago(30), ownerId: bo.userId, followUpAt: ago(2) });
  const soon = await add({ createdAt: ago(23), status: "contacting", followUpAt: ago(-3) });
  await add({ createdAt: ago(22.5) });
  await add({ createdAt: ago(3) });
  await add({ createdAt: ago(40), status: "invalid" });
  await add({ createdAt: ago(31 * 24), status: "declined" });
  const elsewhere = await buildLead(db, { siteId: otherId, createdAt: ago(23) });
  // Of one person twice the same, once more long ago, once taken back; one at another site.
  const attempt = { leadId: tried.id, channel: "phone", byUserId: kim.userId } as const;
  await db
    .insertInto("contactAttempts")
    .values([
      { ...attempt, at: ago(41), outcome: "no_answer" },
      { ...attempt, at: ago(40.5), outcome: "no_answer" },
      { ...attempt, at: ago(40), outcome: "reached" },
      { ...attempt, at: ago(8 * 24), outcome: "busy" },
      { ...attempt, at: ago(39), outcome: "replied", takenBackAt: ago(39) },
      { ...attempt, leadId: elsewhere.id, at: ago(2), outcome: "busy" },
    ])
    .execute();
  const ask = (viewer: typeof kim) => buildCaller(deps, viewer);
  return { siteId, otherId, kim, wen, soon, asKim: ask(kim), asWen: ask(wen) };
}

describeOnEveryEngine("Home", (openTestDatabase) => {
  it("counts what waits for a person, and every number opens exactly its rows", async () => {
    const { asKim, asWen, kim, wen } = await buildHome((await openTestDatabase()).db);
    for (const [asPerson, { userId }] of [
      [asKim, kim],
      [asWen, wen],
    ] as const) {
      const home = await asPerson.home.read({});
      const rowsOf = async (filters: ViewFilters) =>
        (await asPerson.leads.list({ filters: filtersFor(filters, userId), limit: 200 })).rows
          .length;
      const shown = home.charts;
      const counted = [...home.numbers, ...(shown?.waiting ?? []), ...(shown ? [shown.tried] : [])];
      expect(counted).toHaveLength(11);
      for (const { count, filters } of counted) expect(await rowsOf(filters)).toBe(count);
      for (const { arrived, filters } of shown?.arrivals ?? []) {
        expect(await rowsOf(filters)).toBe(arrived);
      }
      for (const { people, filters } of shown?.outcomes ?? []) {
        expect(await rowsOf(filters)).toBe(people);
      }
    }
  });

  it("counts one's own and nobody's for who works on leads, and the site's for who looks on", async () => {
    const { asKim, asWen } = await buildHome((await openTestDatabase()).db);
    const numbersOf = ({ numbers }: Awaited<ReturnType<typeof asKim.home.read>>) =>
      Object.fromEntries(numbers.map(({ number, count }) => [number, count]));
    const own = await asKim.home.read({});
    expect(own.scope).toBe("mine");
    expect(numbersOf(own)).toEqual({ overdue: 1, due: 1, new: 2, later: 1 });
    const all = await asWen.home.read({});
    expect(all.scope).toBe("all");
    expect(numbersOf(all)).toEqual({ overdue: 2, due: 1, new: 3, later: 1 });
  });

  it("says how the promise is kept and whose runs out soon, of the last 30 days", async () => {
    const { asKim, soon, siteId } = await buildHome((await openTestDatabase()).db);
    const { promises } = await asKim.home.read({});
    expect(promises).toMatchObject([
      { siteId, promiseHours: 24, promised: 3, kept: 1, runningOut: [{ id: soon.id }, {}] },
    ]);
    expect(promises[0]?.runningOut[0]?.promisedUntil).toBe(ago(-1));
  });

  it("shows arrivals of the last thirty days, and of no other site", async () => {
    const { asKim } = await buildHome((await openTestDatabase()).db);
    const { charts } = await asKim.home.read({});
    expect(charts?.arrivals).toHaveLength(30);
    const days = charts?.arrivals.filter(({ arrived }) => arrived > 0);
    expect(days?.map(({ daysAgo, arrived, reached }) => [daysAgo, arrived, reached])).toEqual([
      [4, 1, 1],
      [2, 1, 1],
      [1, 2, 0],
      [0, 3, 0],
    ]);
  });

  it("counts people by what came of this week's attempts, each once an outcome", async () => {
    const { asKim } = await buildHome((await openTestDatabase()).db);
    const { charts } = await asKim.home.read({});
    expect(charts?.outcomes).toMatchObject([
      { outcome: "no_answer", attempts: 2, people: 1 },
      { outcome: "reached", attempts: 1, people: 1 },
    ]);
    expect(charts?.outcomes).toHaveLength(2);
  });

  it("shows nothing of a site where the person holds no role", async () => {
    const { asKim, otherId } = await buildHome((await openTestDatabase()).db);
    expect(await refusalOf(asKim.home.read({ siteId: otherId }))).toMatchObject({
      code: "not_found",
    });
  });
});
