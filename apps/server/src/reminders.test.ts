import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { startReminders } from "./reminders";

describeOnEveryEngine("the reminders' loop", (openTestDatabase) => {
  it("makes up for what fell due while no server ran, once by two, and ends when it is told", async () => {
    const { db } = await openTestDatabase();
    const mailQueued = vi.fn();
    const deps = buildDeps(db, { mailQueued });
    const { id: siteId } = await buildSite(db);
    await buildPerson(db, { role: "coordinator", siteId, email: "kim@example.org" });
    await buildLead(db, { siteId, followUpAt: "2026-09-01T08:00:00.000Z", status: "contacting" });
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const loops = [1, 2].map(() => startReminders({ deps, log }));
    onTestFinished(async () => void (await Promise.all(loops.map((loop) => loop.stop()))));
    await vi.waitFor(() => expect(mailQueued).toHaveBeenCalled(), { timeout: 20_000 });
    await Promise.all(loops.map((loop) => loop.stop()));
    const mails = await db.selectFrom("outbox").select("toAddress").execute();
    expect(mails).toEqual([{ toAddress: "kim@example.org" }]);
    expect(mailQueued).toHaveBeenCalledTimes(1);
    expect(lines.join()).not.toMatch(/kim@|Amara|error/);
  });
});
