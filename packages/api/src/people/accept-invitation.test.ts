import { lockPerson, setDeactivated } from "@studydesk/db/people/account-queries";
import { listRolesOf, restRoles } from "@studydesk/db/people/role-queries";
import { confirmWaitingKey, saveWaitingKey } from "@studydesk/db/people/second-factor-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Role } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { buildTeam, otherPassword, password, readAudit } from "../testing/build-team";
import { whileHeld } from "../testing/while-held";

const tokenOf = (link: string) => link.slice(link.indexOf("#") + 1);

describeOnEveryEngine("procedures for invited people", (openTestDatabase, engine) => {
  it("make an account of an invitation: once, with a good password and a name", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, forgetAll } = await buildTeam(db);
    const { link } = await callAs(admin).invite({
      email: "casey.new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    const accept = (over: object) =>
      callAs(undefined).acceptInvitation({
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
    const { people } = await callAs(admin).people();
    const casey = people.find((person) => person.email === "casey.new@example.org");
    expect(casey).toMatchObject({
      name: "Casey New",
      isOwner: false,
      roles: [{ siteId: site.id, role: "coordinator", canRemove: true }],
    });
    await expect(accept({})).rejects.toMatchObject({ code: "NOT_FOUND" });
    const details = (await readAudit(db)).map((row) => row.details).join();
    expect(details).not.toMatch(/casey|example\.org/i);
  });

  it("give no role to an account that is closed while its password is looked at", async ({
    skip,
  }) => {
    skip(engine !== "postgres", "On SQLite nothing comes between reading and writing.");
    const { db } = await openTestDatabase();
    const { callAs, elsewhere, foreignAdmin, coordinator, deps } = await buildTeam(db);
    const { email, userId } = coordinator;
    const invited = { email, siteId: elsewhere.id, role: "coordinator" } as const;
    const { link } = await callAs(foreignAdmin).invite(invited);
    const accept = () =>
      callAs(undefined).acceptInvitation({ token: tokenOf(link), name: "", password });
    const at = deps.now().toISOString();
    const [outcome] = await whileHeld(
      db,
      (trx) => lockPerson(trx, userId),
      [accept],
      async (trx) => {
        await setDeactivated(trx, userId, at);
        await restRoles(trx, userId);
      },
    );
    expect(outcome).toMatchObject({ status: "rejected", reason: { code: "BAD_REQUEST" } });
    expect(await listRolesOf(db, userId)).toEqual([]);
  });

  it("forgive no tries of somebody with a second factor, whose password alone proves little", async () => {
    const { db } = await openTestDatabase();
    const { callAs, elsewhere, foreignAdmin, coordinator, deps } = await buildTeam(db);
    const { email, userId } = coordinator;
    const at = deps.now().toISOString();
    await saveWaitingKey(db, userId, "sealed", at);
    await confirmWaitingKey(db, { userId, waitingKey: "sealed", step: 1, at });
    const accept = async (role: Role, typed: string) => {
      const { link } = await callAs(foreignAdmin).invite({ email, siteId: elsewhere.id, role });
      return callAs(undefined)
        .acceptInvitation({ token: tokenOf(link), name: "", password: typed })
        .then(
          () => "taken",
          (error: { code?: string }) => error.code,
        );
    };
    for (let tries = 0; tries < 4; tries += 1) {
      expect(await accept("coordinator", otherPassword)).toBe("BAD_REQUEST");
    }
    expect(await accept("coordinator", password)).toBe("taken");
    expect(await accept("investigator", password)).toBe("TOO_MANY_REQUESTS");
  });

  it("let one of two acceptances at the same moment count", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin } = await buildTeam(db);
    const { link } = await callAs(admin).invite({
      email: "casey.new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    const accept = () =>
      callAs(undefined).acceptInvitation({
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
    const { deps, callAs, site, admin } = await buildTeam(db);
    const invite = async (email: string) =>
      callAs(admin).invite({ email, siteId: site.id, role: "coordinator" });
    const answerOf = (token: string) =>
      callAs(undefined)
        .acceptInvitation({ token, name: "Casey New", password })
        .then(
          () => "accepted",
          (error: unknown) => String(error),
        );
    const used = await invite("used@example.org");
    expect(await answerOf(tokenOf(used.link))).toBe("accepted");
    const revoked = await invite("revoked@example.org");
    await callAs(admin).revokeInvitation({ invitationId: revoked.invitationId });
    const expired = await invite("expired@example.org");
    deps.clock.advance(7 * 86_400_000);
    const answers = await Promise.all(
      [used.link, revoked.link, expired.link, "#unknown"].map((link) => answerOf(tokenOf(link))),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("Ask whoever invited you for a new one.");
    expect((await callAs(admin).invitations()).invitations).toMatchObject([
      { email: "expired@example.org", state: "expired" },
    ]);
  });

  it("ask an existing account for the password it has, and pause after five wrong ones", async () => {
    const { db } = await openTestDatabase();
    const { callAs, elsewhere, coordinator, foreignAdmin } = await buildTeam(db);
    const { link } = await callAs(foreignAdmin).invite({
      email: coordinator.email,
      siteId: elsewhere.id,
      role: "investigator",
    });
    const accept = (typed: string, network?: string) =>
      callAs(undefined, network).acceptInvitation({
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
    const { people } = await callAs(foreignAdmin).people();
    const row = people.find((person) => person.userId === coordinator.userId);
    expect(row).toMatchObject({ name: coordinator.name });
    // An admin elsewhere sees the role at their own site, not the ones at others.
    expect(row?.roles.map((role) => role.siteId)).toEqual([elsewhere.id]);
  });
});
