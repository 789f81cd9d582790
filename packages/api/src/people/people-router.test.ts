import { randomUUID } from "node:crypto";
import type { Db } from "@studydesk/db/open-database";
import { addRole } from "@studydesk/db/people/role-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";
import { expect, it, vi } from "vitest";
import { buildDeps, type TestDeps } from "../testing/build-deps";
import { buildPerson, buildSite } from "../testing/build-people";
import { createCallerFactory } from "../trpc";
import { hashPassword, verifyPassword } from "./password-hash";
import { peopleRouter } from "./people-router";

const password = "velvet teapot rides north";
const otherPassword = "gravel monsoon lantern seven";
const createCaller = createCallerFactory(peopleRouter);

function callerOf(deps: TestDeps, viewer: Viewer | undefined, network = "192.0.2.0/24") {
  return createCaller({
    deps,
    viewer,
    requestId: "r1",
    network,
    reportFault: (error) => {
      throw error;
    },
  });
}

async function openDesk(db: Db) {
  const forgetAll = vi.fn<() => void>();
  const deps = buildDeps(db, { viewers: { forgetAll } });
  const site = await buildSite(db);
  const elsewhere = await buildSite(db, { name: "Shelbyville Clinic" });
  const person = (role: Role, siteId = site.id) => buildPerson(db, { role, siteId });
  const admin = await person("admin");
  const coordinator = await person("coordinator");
  const foreignAdmin = await person("admin", elsewhere.id);
  const owner = await buildPerson(db, { isOwner: true, name: "Olga Owner" });
  return { deps, forgetAll, site, elsewhere, admin, coordinator, foreignAdmin, owner };
}

async function givePassword(db: Db, { userId }: Viewer): Promise<void> {
  const at = "2026-01-01T00:00:00.000Z";
  await db
    .insertInto("account")
    .values({
      id: userId,
      accountId: userId,
      providerId: "credential",
      userId,
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      password: await hashPassword(password),
      createdAt: at,
      updatedAt: at,
    })
    .execute();
}

async function addSession(db: Db, userId: string, id: string = randomUUID()): Promise<string> {
  const at = "2026-09-01T11:00:00.000Z";
  await db
    .insertInto("session")
    .values({
      id,
      userId,
      token: `token-${id}`,
      createdAt: at,
      updatedAt: at,
      expiresAt: "2026-09-01T23:00:00.000Z",
      ipAddress: "192.0.2.0",
      userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
    })
    .execute();
  return id;
}

const tokenOf = (link: string) => link.slice(link.indexOf("#") + 1);
const audited = (db: Db) =>
  db.selectFrom("audit").select(["action", "details"]).orderBy("sequence").execute();
const sessionIdsOf = async (db: Db, userId: string) =>
  (await db.selectFrom("session").select("id").where("userId", "=", userId).execute()).map(
    (row) => row.id,
  );

describeOnEveryEngine("people procedures", (openTestDatabase) => {
  it("tell who one is, with sites and abilities, and nothing to somebody signed out", async () => {
    const { db } = await openTestDatabase();
    const { deps, coordinator, owner, site } = await openDesk(db);
    expect(await callerOf(deps, undefined).me()).toBeNull();
    expect(await callerOf(deps, undefined).installation()).toEqual({ isDemo: false });
    expect(await callerOf(deps, coordinator).me()).toEqual({
      userId: coordinator.userId,
      name: coordinator.name,
      email: coordinator.email,
      isOwner: false,
      isDemo: false,
      sites: [
        {
          id: site.id,
          name: "Springfield General",
          city: "Springfield",
          countryCode: "US",
          timeZone: "America/Chicago",
          promiseHours: 24,
          roles: ["coordinator"],
        },
      ],
      abilities: {
        canWorkLeads: true,
        canManagePeople: false,
        canManageSites: false,
        canImportStudies: false,
        canSeeOutbox: false,
      },
    });
    expect(await callerOf(deps, owner).me()).toMatchObject({ isOwner: true, sites: [] });
  });

  it("are refused to whoever is signed out", async () => {
    const { db } = await openTestDatabase();
    const { deps, site } = await openDesk(db);
    const nobody = callerOf(deps, undefined);
    const invite = { email: "new@example.org", siteId: site.id, role: "admin" as const };
    for (const call of [
      () => nobody.sessions.list(),
      () => nobody.sessions.revoke({ sessionId: "x" }),
      () => nobody.sessions.revokeOthers(),
      () => nobody.changePassword({ currentPassword: password, newPassword: otherPassword }),
      () => nobody.people(),
      () => nobody.invitations(),
      () => nobody.invite(invite),
      () => nobody.revokeInvitation({ invitationId: 1 }),
      () => nobody.removeRole({ userId: "x", siteId: site.id, role: "admin" }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });

  it("let admins of the site and the owner invite, nobody else", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, coordinator, foreignAdmin, owner } = await openDesk(db);
    const invite = { email: "new@example.org", siteId: site.id, role: "coordinator" as const };
    await expect(callerOf(deps, coordinator).invite(invite)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(callerOf(deps, foreignAdmin).invite(invite)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(callerOf(deps, owner).invite({ ...invite, siteId: 999 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.selectFrom("invitations").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
    await callerOf(deps, admin).invite(invite);
    await callerOf(deps, owner).invite({ ...invite, email: "second@example.org" });
    const { invitations } = await callerOf(deps, admin).invitations();
    expect(invitations.map((one) => [one.email, one.invitedByName, one.state])).toEqual([
      ["second@example.org", "Olga Owner", "open"],
      ["new@example.org", admin.name, "open"],
    ]);
    expect((await callerOf(deps, foreignAdmin).invitations()).invitations).toEqual([]);
    await expect(callerOf(deps, coordinator).invitations()).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("mail the link of an invitation, keep only its hash, and audit without the address", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin } = await openDesk(db);
    const { link, expiresAt } = await callerOf(deps, admin).invite({
      email: " New@Example.org ",
      siteId: site.id,
      role: "investigator",
    });
    expect(link).toMatch(/^http:\/\/localhost:3000\/desk\/invitation#[\w-]{43}$/);
    expect(expiresAt).toBe("2026-09-08T12:00:00.000Z");
    const [mail] = await db.selectFrom("outbox").selectAll().execute();
    expect(mail).toMatchObject({
      kind: "invitation",
      toAddress: "new@example.org",
      siteId: site.id,
    });
    expect(mail?.textBody).toContain(link);
    const invitation = JSON.stringify(await db.selectFrom("invitations").selectAll().execute());
    expect(invitation).not.toContain(tokenOf(link));
    const rows = await audited(db);
    expect(rows.map((row) => row.action)).toEqual(["invitation.created"]);
    expect(JSON.stringify(rows)).not.toMatch(/example\.org/i);
  });

  it("let one link work: a new invitation to the same role ends the older", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin } = await openDesk(db);
    const invite = { email: "new@example.org", siteId: site.id, role: "coordinator" as const };
    const older = await callerOf(deps, admin).invite(invite);
    const newer = await callerOf(deps, admin).invite(invite);
    const nobody = callerOf(deps, undefined);
    await expect(nobody.readInvitation({ token: tokenOf(older.link) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await nobody.readInvitation({ token: tokenOf(newer.link) })).toEqual({
      email: "new@example.org",
      siteName: "Springfield General",
      role: "coordinator",
      expiresAt: "2026-09-08T12:00:00.000Z",
      hasAccount: false,
    });
  });

  it("make an account of an invitation: once, with a good password and a name", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, forgetAll } = await openDesk(db);
    const { link } = await callerOf(deps, admin).invite({
      email: "casey.new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    const accept = (over: object) =>
      callerOf(deps, undefined).acceptInvitation({
        token: tokenOf(link),
        name: "Casey New",
        password,
        ...over,
      });
    for (const [over, reason] of [
      [{ password: "too short" }, "too_short"],
      [{ password: "passwordpassword" }, "common"],
      [{ password: "casey.new@example.org" }, "contains_email"],
      [{ name: " " }, "name_missing"],
    ] as const) {
      await expect(accept(over)).rejects.toMatchObject({ code: "BAD_REQUEST", cause: { reason } });
    }
    expect(await accept({})).toEqual({ email: "casey.new@example.org", isNew: true });
    expect(forgetAll).toHaveBeenCalled();
    const { people } = await callerOf(deps, admin).people();
    const casey = people.find((person) => person.email === "casey.new@example.org");
    expect(casey).toMatchObject({
      name: "Casey New",
      isOwner: false,
      roles: [{ siteId: site.id, role: "coordinator", canRemove: true }],
    });
    await expect(accept({})).rejects.toMatchObject({ code: "NOT_FOUND" });
    const details = (await audited(db)).map((row) => row.details).join();
    expect(details).not.toMatch(/casey|example\.org/i);
  });

  it("let one of two acceptances at the same moment count", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin } = await openDesk(db);
    const { link } = await callerOf(deps, admin).invite({
      email: "casey.new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    const accept = () =>
      callerOf(deps, undefined).acceptInvitation({
        token: tokenOf(link),
        name: "Casey New",
        password,
      });
    const results = await Promise.allSettled([accept(), accept(), accept()]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(
      await db.selectFrom("user").select("id").where("name", "=", "Casey New").execute(),
    ).toHaveLength(1);
  });

  it("answer an unknown, expired, used and revoked invitation in the same words", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin } = await openDesk(db);
    const invite = async (email: string) =>
      callerOf(deps, admin).invite({ email, siteId: site.id, role: "coordinator" });
    const answerOf = (token: string) =>
      callerOf(deps, undefined)
        .acceptInvitation({ token, name: "Casey New", password })
        .then(
          () => "accepted",
          (error: unknown) => String(error),
        );
    const used = await invite("used@example.org");
    expect(await answerOf(tokenOf(used.link))).toBe("accepted");
    const revoked = await invite("revoked@example.org");
    await callerOf(deps, admin).revokeInvitation({ invitationId: revoked.invitationId });
    const expired = await invite("expired@example.org");
    deps.clock.advance(7 * 86_400_000);
    const answers = await Promise.all(
      [used.link, revoked.link, expired.link, "#unknown"].map((link) => answerOf(tokenOf(link))),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("Ask whoever invited you for a new one.");
    expect((await callerOf(deps, admin).invitations()).invitations).toMatchObject([
      { email: "expired@example.org", state: "expired" },
    ]);
  });

  it("ask an existing account for the password it has, and pause after five wrong ones", async () => {
    const { db } = await openTestDatabase();
    const { deps, elsewhere, coordinator, foreignAdmin } = await openDesk(db);
    await givePassword(db, coordinator);
    const { link } = await callerOf(deps, foreignAdmin).invite({
      email: coordinator.email,
      siteId: elsewhere.id,
      role: "investigator",
    });
    const accept = (typed: string, network?: string) =>
      callerOf(deps, undefined, network).acceptInvitation({
        token: tokenOf(link),
        name: "Somebody Else",
        password: typed,
      });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(accept(otherPassword)).rejects.toMatchObject({
        cause: { reason: "wrong_password" },
      });
    }
    await expect(accept(password)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await accept(password, "198.51.100.0/24")).toEqual({
      email: coordinator.email,
      isNew: false,
    });
    const { people } = await callerOf(deps, foreignAdmin).people();
    const row = people.find((person) => person.userId === coordinator.userId);
    expect(row).toMatchObject({ name: coordinator.name });
    // An admin elsewhere sees the role at their own site, not the ones at others.
    expect(row?.roles.map((role) => role.siteId)).toEqual([elsewhere.id]);
  });

  it("invite nobody to a role that they hold", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, coordinator } = await openDesk(db);
    await expect(
      callerOf(deps, admin).invite({
        email: coordinator.email,
        siteId: site.id,
        role: "coordinator",
      }),
    ).rejects.toMatchObject({ cause: { reason: "already_holds_role" } });
  });

  it("take an invitation back for those who could have made it", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, coordinator, foreignAdmin } = await openDesk(db);
    const { invitationId } = await callerOf(deps, admin).invite({
      email: "new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    for (const who of [coordinator, foreignAdmin]) {
      await expect(callerOf(deps, who).revokeInvitation({ invitationId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await callerOf(deps, admin).revokeInvitation({ invitationId });
    await expect(callerOf(deps, admin).revokeInvitation({ invitationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await audited(db)).map((row) => row.action)).toEqual([
      "invitation.created",
      "invitation.revoked",
    ]);
  });

  it("show one's own sessions without tokens, and end one, the others, never somebody else's", async () => {
    const { db } = await openTestDatabase();
    const { deps, coordinator, admin, forgetAll } = await openDesk(db);
    await addSession(db, coordinator.userId, coordinator.sessionId);
    const second = await addSession(db, coordinator.userId);
    await addSession(db, coordinator.userId);
    const foreign = await addSession(db, admin.userId);
    const caller = callerOf(deps, coordinator);
    const { sessions } = await caller.sessions.list();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((session) => session.isCurrent)).toEqual([
      {
        id: coordinator.sessionId,
        createdAt: "2026-09-01T11:00:00.000Z",
        expiresAt: "2026-09-01T23:00:00.000Z",
        network: "192.0.2.0",
        browser: "Firefox on Windows",
        isCurrent: true,
      },
    ]);
    expect(JSON.stringify(sessions)).not.toContain("token-");
    await expect(caller.sessions.revoke({ sessionId: foreign })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(forgetAll).not.toHaveBeenCalled();
    expect(await caller.sessions.revoke({ sessionId: second })).toEqual({ revoked: 1 });
    expect(await caller.sessions.revokeOthers()).toEqual({ revoked: 1 });
    expect(forgetAll).toHaveBeenCalledTimes(2);
    expect(await sessionIdsOf(db, coordinator.userId)).toEqual([coordinator.sessionId]);
    expect(await sessionIdsOf(db, admin.userId)).toEqual([foreign]);
  });

  it("change the password for whoever knows it, and sign every other session out", async () => {
    const { db } = await openTestDatabase();
    const { deps, coordinator, admin, forgetAll } = await openDesk(db);
    await givePassword(db, coordinator);
    await addSession(db, coordinator.userId, coordinator.sessionId);
    await addSession(db, coordinator.userId);
    await addSession(db, admin.userId);
    const change = (currentPassword: string, newPassword: string) =>
      callerOf(deps, coordinator).changePassword({ currentPassword, newPassword });
    await expect(change(otherPassword, otherPassword)).rejects.toMatchObject({
      cause: { code: "invalid", reason: "wrong_password" },
    });
    await expect(change(password, "short")).rejects.toMatchObject({
      cause: { reason: "too_short" },
    });
    expect(await sessionIdsOf(db, coordinator.userId)).toHaveLength(2);
    expect(await change(password, otherPassword)).toEqual({ revoked: 1 });
    expect(forgetAll).toHaveBeenCalledOnce();
    expect(await sessionIdsOf(db, coordinator.userId)).toEqual([coordinator.sessionId]);
    expect(await sessionIdsOf(db, admin.userId)).toHaveLength(1);
    const { password: hash } = await db
      .selectFrom("account")
      .select("password")
      .executeTakeFirstOrThrow();
    expect(await verifyPassword(hash ?? "", otherPassword)).toBe(true);
    expect(await audited(db)).toEqual([
      { action: "person.password_changed", details: '{"sessions":1}' },
    ]);
  });

  it("pause guessing at the current password of an open screen", async () => {
    const { db } = await openTestDatabase();
    const { deps, coordinator } = await openDesk(db);
    await givePassword(db, coordinator);
    const guess = (currentPassword: string) =>
      callerOf(deps, coordinator).changePassword({ currentPassword, newPassword: otherPassword });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(guess("wrong wrong wrong wrong")).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    await expect(guess(password)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    deps.clock.advance(15 * 60_000);
    await expect(guess(password)).resolves.toEqual({ revoked: 0 });
  });

  it("take a role away: the last one signs the person out at once, others do not", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, coordinator, forgetAll } = await openDesk(db);
    const { userId } = coordinator;
    await addRole(db, { userId, siteId: site.id, role: "investigator", at: "2026-01-01" });
    await addSession(db, userId);
    const remove = (role: Role) =>
      callerOf(deps, admin).removeRole({ userId, siteId: site.id, role });
    await remove("investigator");
    expect(await sessionIdsOf(db, userId)).toHaveLength(1);
    await expect(remove("investigator")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await remove("coordinator");
    expect(await sessionIdsOf(db, userId)).toEqual([]);
    expect(forgetAll).toHaveBeenCalledTimes(2);
  });

  it("let nobody take roles away who may not", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, admin, coordinator, foreignAdmin, owner } = await openDesk(db);
    const own = { userId: admin.userId, siteId: site.id, role: "admin" as const };
    await expect(callerOf(deps, coordinator).removeRole(own)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(callerOf(deps, foreignAdmin).removeRole(own)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(callerOf(deps, admin).removeRole(own)).rejects.toMatchObject({
      cause: { reason: "own_admin_role" },
    });
    await callerOf(deps, owner).removeRole(own);
    expect((await callerOf(deps, owner).people()).people).toHaveLength(4);
    await expect(callerOf(deps, coordinator).people()).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
