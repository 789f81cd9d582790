import { createLiveEvents } from "@studydesk/api/live-events";
import type { Db } from "@studydesk/db/open-database";
import { leaseMail, retryMail } from "@studydesk/db/outbox/outbox-queries";
import { findMail, outboxLag } from "@studydesk/db/outbox/read-outbox-queries";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { startSmtpServer, type TestSmtpServer } from "@studydesk/mail/testing/start-smtp-server";
import { createTransport } from "@studydesk/mail/transport";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { startOutbox } from "./outbox";

const start = Date.parse("2026-03-01T08:00:00.000Z");
const minute = 60_000;

async function open(db: Db, at = start) {
  const smtp: { server: TestSmtpServer } = { server: await startSmtpServer() };
  const clock = { at };
  const transport = createTransport(smtp.server.url, "desk@example.org");
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const now = () => new Date(clock.at);
  const live = createLiveEvents();
  const begin = () => startOutbox({ db, now, live, transport, random: () => 1, log });
  const outbox = begin();
  onTestFinished(async () => {
    await outbox.stop();
    transport.close();
    await smtp.server.stop();
  });
  return { smtp, clock, outbox, begin, lines };
}

const enqueue = (db: Db, to = "ada@example.org") =>
  buildMail(db, { to, at: new Date(start).toISOString() });

async function mailIs(db: Db, id: number, expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await findMail(db, "all", id)).toMatchObject(expected), {
    timeout: 20_000,
  });
}

describeOnEveryEngine("the outbox's loop", (openTestDatabase) => {
  it("sends what is due as soon as it is woken, each mail once", async () => {
    const { db } = await openTestDatabase();
    const { smtp, outbox, lines } = await open(db);
    const ids: number[] = [];
    for (let i = 0; i < 12; i++) ids.push(await enqueue(db, `person${i}@example.org`));
    outbox.wake();
    for (const id of ids) await mailIs(db, id, { status: "sent", attempts: 1, leasedBy: null });
    expect(smtp.server.received).toHaveLength(12);
    expect(new Set(smtp.server.received.map((mail) => mail.messageId)).size).toBe(12);
    expect(lines.join()).not.toContain("@example.org");
  });

  it("sends the calendar file along that a mail was written with", async () => {
    const { db } = await openTestDatabase();
    const { smtp, outbox } = await open(db);
    const calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    const id = await buildMail(db, { at: new Date(start).toISOString(), calendar });
    outbox.wake();
    await mailIs(db, id, { status: "sent" });
    const files = smtp.server.received[0]?.attachments ?? [];
    expect(files.map(({ content }) => content.toString("utf8"))).toContain(calendar);
  });

  it("loses nothing while the mail server is down, and keeps each Message-ID", async () => {
    const { db } = await openTestDatabase();
    const { smtp, clock, outbox } = await open(db);
    await smtp.server.stop();
    const id = await enqueue(db);
    const before = await findMail(db, "all", id);
    outbox.wake();
    await mailIs(db, id, {
      status: "queued",
      attempts: 1,
      nextAttemptAt: new Date(start + minute).toISOString(),
      lastError: "The mail server was not reached (ECONNREFUSED).",
    });
    clock.at = start + minute;
    outbox.wake();
    await mailIs(db, id, {
      attempts: 2,
      nextAttemptAt: new Date(start + 3 * minute).toISOString(),
    });

    smtp.server = await startSmtpServer(smtp.server.port);
    clock.at = start + 60 * minute;
    outbox.wake();
    await mailIs(db, id, { status: "sent", attempts: 3, lastError: null });
    expect(smtp.server.received.map((mail) => mail.messageId)).toEqual([before?.messageId]);
  });

  it("tries again after a refusal for now, with the same Message-ID", async () => {
    const { db } = await openTestDatabase();
    const { smtp, clock, outbox } = await open(db);
    smtp.server.answer = (stage) =>
      stage === "data" ? { code: 451, text: "try later" } : undefined;
    const id = await enqueue(db);
    outbox.wake();
    await mailIs(db, id, { status: "queued", attempts: 1 });
    expect(smtp.server.received).toEqual([]);
    smtp.server.answer = () => undefined;
    clock.at += minute;
    outbox.wake();
    await mailIs(db, id, { status: "sent", attempts: 2 });
    const mail = await findMail(db, "all", id);
    expect(smtp.server.received.map((got) => got.messageId)).toEqual([mail?.messageId]);
  });

  it("gives up at once on a mailbox that is not there, and sends when asked again", async () => {
    const { db } = await openTestDatabase();
    const { smtp, clock, outbox, lines } = await open(db);
    smtp.server.answer = (stage) =>
      stage === "recipient" ? { code: 550, text: "5.1.1 <ada@example.org> unknown" } : undefined;
    const [id, other] = [await enqueue(db), await enqueue(db)];
    outbox.wake();
    await mailIs(db, id, { status: "failed", attempts: 1 });
    await mailIs(db, other, { status: "failed" });
    const failed = await findMail(db, "all", id);
    expect(failed?.lastError).toContain("550");
    expect(`${failed?.lastError} ${lines.join()}`).not.toMatch(/ada@|example\.org/);

    smtp.server.answer = () => undefined;
    clock.at += 5 * 24 * 60 * minute;
    outbox.wake();
    await retryMail(db, { id, siteId: null }, new Date(clock.at).toISOString());
    outbox.wake();
    await mailIs(db, id, { status: "sent" });
    expect(smtp.server.received).toHaveLength(1);
    expect(await findMail(db, "all", other)).toMatchObject({ status: "failed" });
  });

  it("gives up after three days of trying, in plain sight", async () => {
    const { db } = await openTestDatabase();
    const { smtp, clock, outbox } = await open(db);
    smtp.server.answer = () => ({ code: 454, text: "4.7.0 not now" });
    const id = await enqueue(db);
    let tries = 0;
    for (;;) {
      tries += 1;
      outbox.wake();
      await mailIs(db, id, { attempts: tries, leasedBy: null });
      const mail = await findMail(db, "all", id);
      if (mail?.status === "failed") break;
      clock.at = Date.parse(mail?.nextAttemptAt ?? "");
    }
    const days = (clock.at - start) / (24 * 60 * minute);
    expect(days).toBeGreaterThanOrEqual(3);
    expect(days).toBeLessThan(3.2);
    expect(tries).toBeLessThan(40);
  });

  it("takes up what a crashed sender held, when its lease has run out", async () => {
    const { db } = await openTestDatabase();
    // Before the mail is due, so that the loop under test does not take it before the crashed one does.
    const { clock, outbox } = await open(db, start - minute);
    const id = await enqueue(db);
    const dead = await leaseMail(db, {
      now: new Date(start),
      leaseMs: 10 * minute,
      owner: "dead",
      limit: 1,
    });
    expect(dead).toHaveLength(1);
    clock.at = start + 10 * minute;
    outbox.wake();
    await mailIs(db, id, { status: "sent" });
  });

  it("finishes the mail in flight when stopped, and frees the rest at once", async () => {
    const { db } = await openTestDatabase();
    const { smtp, clock, outbox, begin } = await open(db);
    let stopped: Promise<void> | undefined;
    smtp.server.answer = (stage) => {
      if (stage === "data") stopped ??= outbox.stop();
      return undefined;
    };
    // All five at once, so that one batch holds them.
    clock.at = start - minute;
    const ids: number[] = [];
    for (let i = 0; i < 5; i++) ids.push(await enqueue(db));
    clock.at = start;
    outbox.wake();
    await vi.waitFor(() => expect(stopped).toBeDefined(), { timeout: 20_000 });
    await stopped;
    expect(smtp.server.received).toHaveLength(1);
    const states = await Promise.all(ids.map((id) => findMail(db, "all", id)));
    expect(states.map((mail) => [mail?.status, mail?.leasedBy])).toEqual([
      ["sent", null],
      ...Array(4).fill(["queued", null]),
    ]);
    const next = begin();
    for (const id of ids) await mailIs(db, id, { status: "sent" });
    await next.stop();
    expect(smtp.server.received).toHaveLength(5);
    expect(await outboxLag(db, new Date(clock.at))).toBe(0);
  });
});
