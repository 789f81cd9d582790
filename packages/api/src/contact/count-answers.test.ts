import { listAnswerCounts } from "@studydesk/db/contact/answer-count-queries";
import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { countAnswers } from "./count-answers";

const now = new Date("2026-09-01T12:00:00.000Z");

async function buildCalls(db: Db) {
  const { id: siteId } = await buildSite(db);
  const { userId: byUserId } = await buildPerson(db, { role: "coordinator", siteId });
  const lead = await buildLead(db, { siteId, timeZone: "America/New_York" });
  const call = (at: string, outcome: "reached" | "no_answer" | "wrong_number") =>
    db
      .insertInto("contactAttempts")
      .values({ leadId: lead.id, at, channel: "phone", outcome, note: null, byUserId })
      .execute();
  return { siteId, call };
}

describeOnEveryEngine("counting when people answer", (openTestDatabase) => {
  it("counts calls by the person's own clock, once, and an hour after they were made", async () => {
    const { db } = await openTestDatabase();
    const { siteId, call } = await buildCalls(db);
    // A Monday and a Saturday in New York.
    await call("2026-08-31T14:10:00.000Z", "reached");
    await call("2026-08-31T14:40:00.000Z", "no_answer");
    await call("2026-08-29T22:00:00.000Z", "no_answer");
    await call("2026-08-31T14:50:00.000Z", "wrong_number");
    await call("2026-09-01T11:30:00.000Z", "reached");
    const older = [
      { dayKind: "weekday", hour: 10, tried: 2, reached: 1 },
      { dayKind: "weekend", hour: 18, tried: 1, reached: 0 },
    ];
    await countAnswers(db, now);
    await countAnswers(db, now);
    expect(await listAnswerCounts(db, siteId)).toEqual(older);
    await countAnswers(db, new Date("2026-09-01T12:30:00.000Z"));
    expect(await listAnswerCounts(db, siteId)).toEqual([
      { dayKind: "weekday", hour: 7, tried: 1, reached: 1 },
      ...older,
    ]);
  });

  it("leaves nothing out and counts nothing twice when two servers count at once", async () => {
    const { db } = await openTestDatabase();
    const { siteId, call } = await buildCalls(db);
    for (let minute = 10; minute < 30; minute += 1) {
      await call(`2026-08-31T14:${minute}:00.000Z`, "no_answer");
    }
    await Promise.all([countAnswers(db, now), countAnswers(db, now)]);
    expect(await listAnswerCounts(db, siteId)).toEqual([
      { dayKind: "weekday", hour: 10, tried: 20, reached: 0 },
    ]);
  });
});
