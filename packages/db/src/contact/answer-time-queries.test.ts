import { expect, it } from "vitest";
import { buildLead } from "../testing/build-lead";
import { buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { listAnswerTimes } from "./answer-time-queries";

describeOnEveryEngine("the waits of those who wrote", (openTestDatabase) => {
  it("are those of the study page, of this site, since then, without spam", async () => {
    const { db } = await openTestDatabase();
    const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
    const createdAt = "2026-09-01T12:00:00.000Z";
    const firstContactAt = "2026-09-01T15:00:00.000Z";
    await buildLead(db, { siteId, createdAt, firstContactAt });
    await buildLead(db, {
      siteId,
      createdAt: "2026-09-01T13:00:00.000Z",
      status: "could_not_reach",
    });
    await buildLead(db, { siteId, createdAt, status: "invalid" });
    await buildLead(db, { siteId, createdAt, source: "phone_call", firstContactAt: createdAt });
    await buildLead(db, { siteId, createdAt: "2026-08-31T23:59:59.999Z", firstContactAt });
    await buildLead(db, { siteId: otherId, createdAt });
    const since = "2026-09-01T00:00:00.000Z";
    expect(await listAnswerTimes(db, siteId, since)).toEqual([
      { createdAt: "2026-09-01T13:00:00.000Z", firstContactAt: null },
      { createdAt, firstContactAt },
    ]);
    expect(await listAnswerTimes(db, otherId, since)).toHaveLength(1);
  });
});
