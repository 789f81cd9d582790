import { buildDeps } from "@studydesk/api/testing/build-deps";
import { takeLease } from "@studydesk/db/leases";
import { inTransaction } from "@studydesk/db/open-database";
import { leaseMail, markRetry } from "@studydesk/db/outbox/outbox-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { buildSubscription } from "@studydesk/db/testing/build-subscription";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { expect, it } from "vitest";
import { keepHouse } from "./housekeeping";
import { startReminders } from "./reminders";

const noon = new Date("2026-09-01T12:00:00.000Z");
const day = 24 * 3_600_000;
const daysFromNoon = (days: number) => new Date(noon.getTime() + days * day);
const lease = { leaseMs: 600_000, owner: "a", limit: 5 };

describeOnEveryEngine("a clock that was a day wrong", (openTestDatabase) => {
  it("keeps no work waiting that a server took while it was ahead, and takes none from who works", async () => {
    const { db } = await openTestDatabase();
    const work = { name: "work", ms: 10_000 };
    expect(await takeLease(db, { ...work, owner: "a", now: daysFromNoon(1) })).toBe(true);
    expect(await takeLease(db, { ...work, owner: "b", now: noon })).toBe(true);
    // Two servers whose clocks are some minutes apart are none of this.
    const early = new Date(noon.getTime() - 600_000);
    expect(await takeLease(db, { ...work, owner: "c", now: early })).toBe(false);
  });

  it("keeps no mail waiting, be it written, taken or put off while the clock was ahead", async () => {
    const { db } = await openTestDatabase();
    const ahead = daysFromNoon(1);
    const [taken, putOff] = [
      await buildMail(db, { at: noon.toISOString() }),
      await buildMail(db, { at: noon.toISOString() }),
    ];
    const mails = await leaseMail(db, { ...lease, now: ahead });
    const tried = mails.find(({ id }) => id === putOff);
    if (!tried) throw new Error("It was not leased.");
    const nextAttemptAt = new Date(ahead.getTime() + 3_600_000).toISOString();
    await inTransaction(db, (trx) =>
      markRetry(trx, tried, { owner: "a", at: ahead.toISOString(), error: "", nextAttemptAt }),
    );
    const written = await buildMail(db, { at: ahead.toISOString() });
    const due = await leaseMail(db, { ...lease, owner: "b", now: noon });
    expect(due.map(({ id }) => id)).toEqual([taken, putOff, written]);
    expect(await leaseMail(db, { ...lease, owner: "c", now: noon })).toEqual([]);
  });

  it("loses no mail while it is behind: what was written before is sent meanwhile", async () => {
    const { db } = await openTestDatabase();
    await buildMail(db, { at: noon.toISOString() });
    expect(await leaseMail(db, { ...lease, now: daysFromNoon(-1) })).toHaveLength(1);
  });

  it("takes nothing away that somebody may still use, and frees a lead that was held ahead of time", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { userId } = await buildPerson(db, { role: "coordinator", siteId });
    const lead = await buildLead(db, { siteId });
    const pending = { status: "pending", createdAt: daysFromNoon(-6.5).toISOString() } as const;
    const { id } = await buildSubscription(db, pending);
    const mail = await buildMail(db, { at: noon.toISOString() });
    await db
      .insertInto("leadHolds")
      .values({
        ...{ leadId: lead.id, userId, sessionId: "s", screenId: "x" },
        since: daysFromNoon(1).toISOString(),
        until: daysFromNoon(1.01).toISOString(),
      })
      .execute();
    for (const days of [1, -1, 0]) await keepHouse(db, daysFromNoon(days));
    expect(await db.selectFrom("subscriptions").select("id").execute()).toEqual([{ id }]);
    expect(await db.selectFrom("outbox").select("id").execute()).toEqual([{ id: mail }]);
    expect(await db.selectFrom("leads").select("id").execute()).toEqual([{ id: lead.id }]);
    expect(await db.selectFrom("leadHolds").select("leadId").execute()).toEqual([]);
  });

  it("reminds once, whichever way it is set", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { id: siteId } = await buildSite(db);
    await buildPerson(db, { role: "coordinator", siteId, email: "kim@example.org" });
    await buildLead(db, { siteId, followUpAt: "2026-09-01T08:00:00.000Z", status: "contacting" });
    const log = pino({ level: "silent" });
    for (const days of [-1, 0, 1, 0, 1]) {
      deps.clock.set(daysFromNoon(days).toISOString());
      const loop = startReminders({ deps, log });
      await loop.stop();
    }
    expect(await db.selectFrom("outbox").select("toAddress").execute()).toEqual([
      { toAddress: "kim@example.org" },
    ]);
  });
});
