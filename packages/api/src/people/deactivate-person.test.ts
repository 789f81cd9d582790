import type { Db } from "@studydesk/db/open-database";
import { addRole } from "@studydesk/db/people/role-queries";
import { takeHold } from "@studydesk/db/queue/hold-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSession } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { createShareInput } from "@studydesk/domain/shares/share-inputs";
import { expect, it } from "vitest";
import { streamEvents } from "../live/stream-events";
import { createShare } from "../shares/create-share";
import { buildCaller } from "../testing/build-caller";
import { memoForTest, sealedForTest } from "../testing/build-share";
import { buildTeam, readAudit, sessionIdsOf } from "../testing/build-team";
import { deactivatePerson } from "./deactivate-person";

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.code,
  );

const rolesOf = (db: Db, { userId }: Viewer) =>
  db.selectFrom("siteRoles").select(["siteId", "role"]).where("userId", "=", userId).execute();

describeOnEveryEngine("deactivating a person", (openTestDatabase) => {
  it("ends sessions, open streams, shares and holds at once, and rests their roles", async () => {
    const { db } = await openTestDatabase();
    const { callAs, deps, site, admin, coordinator, forgetAll } = await buildTeam(db);
    const { userId } = coordinator;
    const sessionId = await buildSession(db, { userId });
    const { id: leadId } = await buildLead(db, { siteId: site.id, ownerId: userId });
    const until = "2026-09-01T12:02:30.000Z";
    const now = deps.now().toISOString();
    await takeHold(db, { leadId, userId, sessionId, screenId: "tab", now, until });
    const share = { ...sealedForTest(), home: { leadId }, memo: memoForTest };
    await createShare(deps, coordinator, createShareInput.parse(share));
    const ending = new AbortController();
    const stream = await streamEvents(
      deps,
      { ...coordinator, sessionId },
      undefined,
      ending.signal,
    );
    const next = stream.next();

    const ended = await callAs(admin).deactivate({ userId });

    expect(ended).toEqual({ sessions: 1, shares: 1, requests: 0, invitations: 0 });
    // Without anybody aborting it.
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await sessionIdsOf(db, userId)).toEqual([]);
    expect(await db.selectFrom("leadHolds").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("shares").select("revokedBecause").execute()).toEqual([
      { revokedBecause: "account_closed" },
    ]);
    expect(await rolesOf(db, coordinator)).toEqual([]);
    expect(forgetAll).toHaveBeenCalledTimes(1);
    // The lead stays theirs until somebody gives it on.
    const lead = await db.selectFrom("leads").select("ownerId").executeTakeFirstOrThrow();
    expect(lead.ownerId).toBe(userId);
    expect(await callAs(admin).openLeads({ userId })).toEqual({
      sites: [{ siteId: site.id, siteName: site.name, count: 1 }],
    });
    const [row] = (await readAudit(db)).filter(({ action }) => action === "person.deactivated");
    expect(JSON.parse(row?.details ?? "")).toEqual({
      ...{ sessions: 1, holds: 1, shares: 1, requests: 0, invitations: 0 },
    });
    const { people } = await callAs(admin).people();
    expect(people.find((person) => person.userId === userId)).toMatchObject({
      deactivatedAt: now,
      roles: [{ role: "coordinator", canRemove: false }],
      refusal: null,
    });
    expect(await reasonOf(callAs(admin).deactivate({ userId }))).toBe("already_deactivated");
  });

  it("lets one of two admins out who act on each other at the same moment", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin } = await buildTeam(db);
    const other = await buildPerson(db, { role: "admin", siteId: site.id });
    const { userId } = admin;
    // Both were let in while both were admins.
    await callAs(admin).deactivate({ userId: other.userId });
    const role = { siteId: site.id, role: "admin" } as const;
    expect(await reasonOf(callAs(other).deactivate({ userId }))).toBe("FORBIDDEN");
    expect(await reasonOf(callAs(other).removeRole({ userId, ...role }))).toBe("NOT_FOUND");
    expect(await reasonOf(callAs(other).resetSecondFactor({ userId }))).toBe("FORBIDDEN");
    expect(await rolesOf(db, admin)).toEqual([role]);
  });

  it("gives their leads on in one job, and to nobody who is deactivated", async () => {
    const { db } = await openTestDatabase();
    const { callAs, deps, site, admin, coordinator } = await buildTeam(db);
    const { userId } = coordinator;
    await buildLead(db, { siteId: site.id, ownerId: admin.userId });
    await callAs(admin).deactivate({ userId });
    const caller = buildCaller(deps, admin);
    const assignees = await caller.leads.assignees({ siteId: site.id });
    expect(assignees.map((one) => one.userId)).toEqual([admin.userId]);
  });

  it("gives back what was held when the account is opened again, and refuses to invite meanwhile", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, elsewhere, admin, owner, coordinator } = await buildTeam(db);
    const { userId, email } = coordinator;
    const at = "2026-02-02T00:00:00.000Z";
    await addRole(db, { userId, siteId: elsewhere.id, role: "investigator", at });
    const before = await rolesOf(db, coordinator);
    // Somebody of two sites is looked after by whoever answers for both.
    expect(await reasonOf(callAs(admin).deactivate({ userId }))).toBe("works_elsewhere");
    await callAs(owner).deactivate({ userId });
    const invite = { email, siteId: site.id, role: "admin" as const };
    expect(await reasonOf(callAs(admin).invite(invite))).toBe("deactivated");
    await callAs(owner).reactivate({ userId });
    expect(await rolesOf(db, coordinator)).toEqual(before);
    expect(await db.selectFrom("restingRoles").selectAll().execute()).toEqual([]);
    expect(await reasonOf(callAs(owner).reactivate({ userId }))).toBe("not_deactivated");
    expect((await readAudit(db)).map(({ action }) => action)).toEqual([
      "person.deactivated",
      "person.reactivated",
    ]);
  });

  it("refuses for the owner, oneself, the last admin of a site with people, and people of other sites", async () => {
    const { db } = await openTestDatabase();
    const { callAs, deps, site, admin, coordinator, foreignAdmin, owner } = await buildTeam(db);
    const { userId } = coordinator;
    const close = (who: Viewer, whom: Viewer) =>
      reasonOf(callAs(who).deactivate({ userId: whom.userId }));
    expect(await close(coordinator, admin)).toBe("FORBIDDEN");
    expect(await close(foreignAdmin, coordinator)).toBe("NOT_FOUND");
    expect(await reasonOf(callAs(foreignAdmin).deactivate({ userId: "nobody" }))).toBe("NOT_FOUND");
    expect(await close(admin, admin)).toBe("own_account");
    expect(await close(owner, owner)).toBe("owner");
    expect(await close(owner, admin)).toBe("last_admin");
    const command = (whom: Viewer) => deactivatePerson(deps, "command", { userId: whom.userId });
    await expect(command(owner)).rejects.toMatchObject({ reason: "owner" });
    await expect(command(admin)).rejects.toMatchObject({ reason: "last_admin" });
    expect(
      await db.selectFrom("user").select("id").where("deactivatedAt", "is not", null).execute(),
    ).toEqual([]);
    // Nobody else works there: nobody is left alone.
    await callAs(admin).removeRole({ userId, siteId: site.id, role: "coordinator" });
    expect(await close(owner, admin)).toBe("done");
  });

  it("leaves an admin when two close each other's accounts at the same moment", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin } = await buildTeam(db);
    const other = await buildPerson(db, { role: "admin", siteId: site.id });
    const close = (who: Viewer, whom: Viewer) =>
      reasonOf(callAs(who).deactivate({ userId: whom.userId }));
    const outcomes = await Promise.all([close(admin, other), close(other, admin)]);
    expect(outcomes.toSorted()).toEqual(["FORBIDDEN", "done"]);
  });
});
