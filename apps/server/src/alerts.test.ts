import { buildAlerts } from "@studydesk/api/testing/build-alerts";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { startAlerts } from "./alerts";

const waiting = { timeout: 20_000 };

describeOnEveryEngine("the alerts' loop", (openTestDatabase) => {
  it("queues mail as soon as an opening is announced, in one process of two, and goes on after a fault", async () => {
    const { db } = await openTestDatabase();
    const { deps, mails, subscribe, buildOpenable } = await buildAlerts(db);
    await subscribe();
    const study = await buildOpenable();
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    const woken = vi.fn();
    const loops = [1, 2].map(() => startAlerts({ deps: { ...deps, mailQueued: woken }, log }));
    onTestFinished(async () => void (await Promise.all(loops.map((loop) => loop.stop()))));

    await db.schema.alterTable("outbox").renameTo("away").execute();
    await study.open();
    deps.live.announce();
    await vi.waitFor(() => expect(lines.join()).toContain("will be tried again"), waiting);
    await db.schema.alterTable("away").renameTo("outbox").execute();

    await study.open();
    deps.live.announce();
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), waiting);
    const told = (await mails()).filter(({ kind }) => kind === "study_alert");
    expect(told).toHaveLength(1);
    expect(lines.join()).not.toContain("ana@example.org");
  });

  it("ends in the middle of its work, and announces nothing afterwards", async () => {
    const { db } = await openTestDatabase();
    const { deps } = await buildAlerts(db);
    const loop = startAlerts({ deps, log: pino({ level: "silent" }) });
    await loop.stop();
    deps.live.announce();
    await loop.stop();
  });
});
