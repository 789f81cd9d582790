import type { Db } from "@studydesk/db/open-database";
import { leaseMail, markFailed, markSent } from "@studydesk/db/outbox/outbox-queries";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import type { Deps } from "../deps";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";

const at = "2026-09-01T12:00:00.000Z";
const callerOf = (deps: Deps, viewer: Viewer | undefined) => buildCaller(deps, viewer).outbox;

async function open(db: Db, overrides: Partial<Deps> = {}) {
  const deps = buildDeps(db, overrides);
  const ours = await buildSite(db);
  const theirs = await buildSite(db, { name: "Shelbyville Clinic" });
  return {
    deps,
    ours,
    theirs,
    admin: callerOf(deps, await buildPerson(db, { role: "admin", siteId: ours.id })),
    foreignAdmin: callerOf(deps, await buildPerson(db, { role: "admin", siteId: theirs.id })),
    owner: callerOf(deps, await buildPerson(db, { isOwner: true })),
    coordinator: callerOf(deps, await buildPerson(db, { role: "coordinator", siteId: ours.id })),
    investigator: callerOf(deps, await buildPerson(db, { role: "investigator", siteId: ours.id })),
    nobody: callerOf(deps, undefined),
  };
}

const audited = (db: Db) =>
  db
    .selectFrom("audit")
    .select(["action", "subjectId", "siteId", "details"])
    .orderBy("sequence")
    .execute();

describeOnEveryEngine("the outbox's procedures", (openTestDatabase) => {
  it("are refused to everyone who does not answer for a site's mail", async () => {
    const { db } = await openTestDatabase();
    const { nobody, coordinator, investigator, ours } = await open(db);
    const mailId = await buildMail(db, { siteId: ours.id });
    for (const [caller, code] of [
      [nobody, "UNAUTHORIZED"],
      [coordinator, "FORBIDDEN"],
      [investigator, "FORBIDDEN"],
    ] as const) {
      await expect(caller.list({})).rejects.toMatchObject({ code });
      await expect(caller.get({ mailId })).rejects.toMatchObject({ code });
      await expect(caller.retry({ mailId })).rejects.toMatchObject({ code });
      await expect(caller.summary()).rejects.toMatchObject({ code });
    }
    expect(await audited(db)).toEqual([]);
  });

  it("hide another site's mail, and mail of no site, from an admin", async () => {
    const { db } = await openTestDatabase();
    const { admin, foreignAdmin, owner, ours } = await open(db);
    const mailId = await buildMail(db, { siteId: ours.id });
    const nobodys = await buildMail(db);
    expect((await foreignAdmin.list({})).rows).toEqual([]);
    for (const hidden of [mailId, nobodys, 999_999]) {
      await expect(foreignAdmin.get({ mailId: hidden })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await expect(foreignAdmin.retry({ mailId: hidden })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await foreignAdmin.summary()).toMatchObject({ queued: 0, failed: 0 });
    expect((await admin.list({})).rows.map((mail) => mail.id)).toEqual([mailId]);
    expect((await owner.list({})).rows.map((mail) => mail.id)).toEqual([nobodys, mailId]);
    expect(await audited(db)).toEqual([]);
  });

  it("page newest first, filtered by state, without the bodies", async () => {
    const { db } = await openTestDatabase();
    const { admin, ours } = await open(db);
    const ids = [
      await buildMail(db, { siteId: ours.id }),
      await buildMail(db, { siteId: ours.id }),
      await buildMail(db, { siteId: ours.id }),
    ];
    await markSent(db, { id: ids[0] ?? 0, siteId: ours.id }, at);
    const first = await admin.list({ limit: 2 });
    expect(first.rows.map((mail) => mail.id)).toEqual([ids[2], ids[1]]);
    expect(JSON.stringify(first)).not.toContain("Call me");
    const second = await admin.list({ limit: 2, cursor: first.nextCursor ?? undefined });
    expect(second).toMatchObject({
      rows: [{ id: ids[0], status: "sent", sentAt: at, nextAttemptAt: null }],
      nextCursor: null,
    });
    expect((await admin.list({ status: "sent" })).rows).toHaveLength(1);
  });

  it("put every opening of a mail on record, without what it says", async () => {
    const { db } = await openTestDatabase();
    const { admin, ours } = await open(db);
    const mailId = await buildMail(db, { siteId: ours.id });
    expect(await admin.get({ mailId })).toMatchObject({
      to: "ada@example.org",
      text: "Call me at 202 555 0143",
      html: "<p>Call me at 202 555 0143</p>",
    });
    const rows = await audited(db);
    expect(rows).toMatchObject([
      { action: "mail.opened", subjectId: String(mailId), siteId: ours.id },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/ada@|555 ?01/);
  });

  it("queue failed mail again at once, on record, and leave sent mail alone", async () => {
    const { db } = await openTestDatabase();
    let woken = 0;
    const { admin, ours } = await open(db, {
      mailQueued: () => {
        woken += 1;
      },
    });
    const [failed, sent] = [
      await buildMail(db, { siteId: ours.id }),
      await buildMail(db, { siteId: ours.id }),
    ];
    await leaseMail(db, { now: new Date(at), leaseMs: 1000, owner: "a", limit: 1 });
    await markFailed(db, { id: failed, siteId: ours.id }, { owner: "a", at, error: "no" });
    await markSent(db, { id: sent, siteId: ours.id }, at);
    expect(await admin.summary()).toEqual({ queued: 0, failed: 1, mailServer: true });
    expect(await admin.retry({ mailId: failed })).toMatchObject({ status: "queued", attempts: 0 });
    expect(woken).toBe(1);
    await expect(admin.retry({ mailId: sent })).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      cause: { reason: "already_sent" },
    });
    expect(woken).toBe(1);
    expect(await admin.summary()).toEqual({ queued: 1, failed: 0, mailServer: true });
    expect((await audited(db)).map((row) => row.action)).toEqual(["mail.retried"]);
  });
});
