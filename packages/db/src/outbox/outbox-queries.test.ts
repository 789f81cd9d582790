import { expect, it } from "vitest";
import { type Db, inTransaction, openDatabase } from "../open-database";
import { buildMail } from "../testing/build-mail";
import { buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import {
  leaseMail,
  markFailed,
  markRetry,
  markSent,
  type NewMail,
  releaseLeases,
  retryMail,
} from "./outbox-queries";
import { countMail, findMail, listMail, outboxLag } from "./read-outbox-queries";

const at = "2026-03-01T08:00:00.000Z";
const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000);
const leaseMs = 60_000;

const enqueue = (db: Db, overrides: Partial<NewMail> = {}) => buildMail(db, { at, ...overrides });

describeOnEveryEngine("the outbox", (openTestDatabase) => {
  it("keeps a mail only when its transaction is kept, and tells the streams", async () => {
    const { db } = await openTestDatabase();
    await expect(
      inTransaction(db, async (trx) => {
        await enqueue(trx);
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    expect(await listMail(db, "all", { limit: 10 })).toEqual([]);
    expect(await db.selectFrom("events").selectAll().execute()).toEqual([]);

    const id = await enqueue(db);
    expect(await findMail(db, "all", id)).toMatchObject({
      status: "queued",
      attempts: 0,
      messageId: expect.stringMatching(/^<[0-9a-f-]{36}@desk\.example\.org>$/),
    });
    expect(await db.selectFrom("events").select(["kind", "subjectId"]).execute()).toEqual([
      { kind: "outbox", subjectId: String(id) },
    ]);
  });

  it("never leases one mail to two senders", async () => {
    const { db, url } = await openTestDatabase();
    const second = openDatabase(url);
    try {
      for (let i = 0; i < 60; i++) await enqueue(db);
      const taken: number[] = [];
      const take = async (handle: Db, owner: string) => {
        for (;;) {
          const mails = await leaseMail(handle, { now: after(1), leaseMs, owner, limit: 3 });
          if (mails.length === 0) return;
          for (const mail of mails) expect(mail.leasedBy).toBe(owner);
          taken.push(...mails.map((mail) => mail.id));
        }
      };
      await Promise.all([
        take(db, "a"),
        take(second, "b"),
        take(db, "c"),
        take(second, "d"),
        take(second, "e"),
      ]);
      // A sender that met another one may have stopped early; what it left is taken now.
      await take(db, "f");
      expect(taken).toHaveLength(60);
      expect(new Set(taken).size).toBe(60);
    } finally {
      await second.destroy();
    }
  });

  it("hands an expired lease to the next sender, and the slow one's failure then changes nothing", async () => {
    const { db } = await openTestDatabase();
    const id = await enqueue(db);
    const [first] = await leaseMail(db, { now: after(0), leaseMs, owner: "a", limit: 5 });
    expect(await leaseMail(db, { now: after(0.9), leaseMs, owner: "b", limit: 5 })).toEqual([]);
    const [second] = await leaseMail(db, { now: after(1), leaseMs, owner: "b", limit: 5 });
    expect(second).toMatchObject({ id, leasedBy: "b", messageId: first?.messageId });

    const late = { owner: "a", at, error: "too late" };
    await markFailed(db, { id, siteId: null }, late);
    await markRetry(db, { id, siteId: null }, { ...late, nextAttemptAt: at });
    expect(await findMail(db, "all", id)).toMatchObject({
      status: "queued",
      attempts: 0,
      lastError: null,
      leasedBy: "b",
    });
    // It did go out, though, so that stands.
    await markSent(db, { id, siteId: null }, at);
    expect(await findMail(db, "all", id)).toMatchObject({ status: "sent", leasedBy: null });
  });

  it("keeps the link of an invitation, a new password or an alert until it was sent, and no longer", async () => {
    const { db } = await openTestDatabase();
    const link = "https://desk.example.org/desk/invitation#a-key";
    const body = { text: `Open ${link}`, html: `<a href="${link}">Open</a>` };
    const id = await enqueue(db, { kind: "invitation", ...body });
    const resetId = await enqueue(db, { kind: "password_reset", ...body });
    const alertId = await enqueue(db, { kind: "study_alert", unsubscribeUrl: link, ...body });
    const copyId = await enqueue(db, { kind: "message_copy", ...body });
    const failed = { owner: "a", at, error: "not now" };
    await leaseMail(db, { now: after(0), leaseMs, owner: "a", limit: 5 });
    await markRetry(db, { id, siteId: null }, { ...failed, nextAttemptAt: at });
    const before = { textBody: body.text, htmlBody: body.html };
    expect(await findMail(db, "all", id)).toMatchObject(before);
    expect(await findMail(db, "all", alertId)).toMatchObject({ ...before, unsubscribeUrl: link });
    for (const sent of [id, resetId, alertId, copyId])
      await markSent(db, { id: sent, siteId: null }, at);
    for (const emptied of [id, resetId, alertId]) {
      expect(JSON.stringify(await findMail(db, "all", emptied))).not.toContain("a-key");
    }
    expect(await findMail(db, "all", copyId)).toMatchObject(before);
  });

  it("cuts the private link out of a copy that was sent, and keeps its other words", async () => {
    const { db } = await openTestDatabase();
    const token = "k".repeat(43);
    const link = `https://desk.example.org/es/status/${token}`;
    const body = {
      text: `Hello\n\n${link}\n\nBye`,
      html: `<p>Hello</p><a href="${link}">Open</a>`,
    };
    const id = await enqueue(db, { kind: "message_copy", ...body });
    const againId = await enqueue(db, { kind: "status_link", ...body });
    expect(await findMail(db, "all", id)).toMatchObject({ textBody: body.text });
    for (const sent of [id, againId]) await markSent(db, { id: sent, siteId: null }, at);
    const copy = await findMail(db, "all", id);
    expect(copy?.textBody).toBe("Hello\n\nhttps://desk.example.org/es/status/…\n\nBye");
    expect(copy?.htmlBody).toContain("<p>Hello</p>");
    expect(JSON.stringify([copy, await findMail(db, "all", againId)])).not.toContain(token);
  });

  it("frees what a sender held when it ends", async () => {
    const { db } = await openTestDatabase();
    await enqueue(db);
    await enqueue(db);
    await leaseMail(db, { now: after(0), leaseMs, owner: "a", limit: 1 });
    await leaseMail(db, { now: after(0), leaseMs, owner: "b", limit: 1 });
    await releaseLeases(db, "a");
    expect(await leaseMail(db, { now: after(0), leaseMs, owner: "c", limit: 5 })).toHaveLength(1);
  });

  it("leases nothing before its time, nothing sent and nothing given up", async () => {
    const { db } = await openTestDatabase();
    const [sent, failed, later] = [await enqueue(db), await enqueue(db), await enqueue(db)];
    await leaseMail(db, { now: after(0), leaseMs, owner: "a", limit: 5 });
    await markSent(db, { id: sent, siteId: null }, at);
    await markFailed(db, { id: failed, siteId: null }, { owner: "a", at, error: "no" });
    await markRetry(
      db,
      { id: later, siteId: null },
      { owner: "a", at, nextAttemptAt: after(30).toISOString(), error: "not now" },
    );
    expect(await leaseMail(db, { now: after(29), leaseMs, owner: "b", limit: 5 })).toEqual([]);
    const due = await leaseMail(db, { now: after(30), leaseMs, owner: "b", limit: 5 });
    expect(due).toMatchObject([{ id: later, attempts: 1, lastError: "not now" }]);
  });

  it("queues failed mail again when asked, and never mail that was sent", async () => {
    const { db } = await openTestDatabase();
    const [failed, sent] = [await enqueue(db), await enqueue(db)];
    await leaseMail(db, { now: after(0), leaseMs, owner: "a", limit: 5 });
    await markFailed(db, { id: failed, siteId: null }, { owner: "a", at, error: "no" });
    await markSent(db, { id: sent, siteId: null }, at);
    const now = after(5).toISOString();
    expect(await retryMail(db, { id: failed, siteId: null }, now)).toBe(true);
    expect(await retryMail(db, { id: sent, siteId: null }, now)).toBe(false);
    expect(await findMail(db, "all", failed)).toMatchObject({
      status: "queued",
      attempts: 0,
      nextAttemptAt: now,
      lastError: "no",
    });
    expect(await countMail(db, "all")).toEqual({ queued: 1, sent: 1, failed: 0 });
  });

  it("shows a site's mail to that site alone, newest first, page by page", async () => {
    const { db } = await openTestDatabase();
    const [{ id: ours }, { id: theirs }] = [await buildSite(db), await buildSite(db)];
    const mine = [
      await enqueue(db, { siteId: ours }),
      await enqueue(db, { siteId: ours }),
      await enqueue(db, { siteId: ours }),
    ];
    const foreign = await enqueue(db, { siteId: theirs });
    const nobodys = await enqueue(db);
    const scope = [ours];

    const first = await listMail(db, scope, { limit: 2 });
    expect(first.map((mail) => mail.id)).toEqual([mine[2], mine[1]]);
    const rest = await listMail(db, scope, { limit: 2, after: mine[1] });
    expect(rest.map((mail) => mail.id)).toEqual([mine[0]]);
    expect(await listMail(db, scope, { limit: 5, status: "failed" })).toEqual([]);
    expect(await findMail(db, scope, foreign)).toBeUndefined();
    expect(await findMail(db, scope, nobodys)).toBeUndefined();
    expect(await countMail(db, scope)).toEqual({ queued: 3, sent: 0, failed: 0 });
    expect(await listMail(db, [], { limit: 5 })).toEqual([]);
    expect(await listMail(db, "all", { limit: 9 })).toHaveLength(5);
  });

  it("measures how late the mail is that is due longest", async () => {
    const { db } = await openTestDatabase();
    expect(await outboxLag(db, after(5))).toBe(0);
    await enqueue(db, { at: after(3).toISOString() });
    await enqueue(db);
    expect(await outboxLag(db, after(5))).toBe(300);
    expect(await outboxLag(db, after(-5))).toBe(0);
  });
});
