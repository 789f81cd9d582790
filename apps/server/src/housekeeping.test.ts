import { statSync } from "node:fs";
import { addEvent, findLastEventId, listEventsAfter } from "@studydesk/db/events";
import { addLimitPoint, findLimit } from "@studydesk/db/limits";
import { buildSubscription } from "@studydesk/db/testing/build-subscription";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { keepHouse } from "./housekeeping";

const now = new Date("2026-03-10T12:00:00.000Z");
const hour = 3_600_000;

describeOnEveryEngine("housekeeping", (openTestDatabase, engine) => {
  it("drops what is over and keeps what still counts", async () => {
    const { db, url } = await openTestDatabase();
    const limit = { most: 5, windowMs: hour };
    await addLimitPoint(db, "over", now.getTime() - 2 * hour, limit);
    await addLimitPoint(db, "counts", now.getTime() - hour / 2, limit);
    for (const [subjectId, hoursAgo] of [
      ["old", 49],
      ["young", 47],
    ] as const) {
      const at = new Date(now.getTime() - hoursAgo * hour).toISOString();
      await addEvent(db, { kind: "lead", subjectId, siteId: null, byUserId: null, at });
    }
    const lastId = await findLastEventId(db);
    const day = 24 * hour;
    const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString();
    await buildSubscription(db, { status: "pending", createdAt: daysAgo(9) });
    await buildSubscription(db, { status: "ended", endedAt: daysAgo(31) });
    const kept = await buildSubscription(db, { status: "pending", createdAt: daysAgo(6) });
    await keepHouse(db, now);
    expect(await db.selectFrom("subscriptions").select("id").execute()).toEqual([{ id: kept.id }]);
    expect(await db.selectFrom("limits").select("key").execute()).toEqual([{ key: "counts" }]);
    expect(await findLimit(db, "counts", now.getTime())).toMatchObject({ points: 1 });
    expect(await listEventsAfter(db, 0, 10)).toMatchObject([{ subjectId: "young" }]);
    expect(await findLastEventId(db)).toBe(lastId);
    // Where what was erased may still stand.
    if (engine === "sqlite") expect(statSync(`${url}-wal`).size).toBe(0);
  });
});
