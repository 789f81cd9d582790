import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildTeam, otherPassword, password, readAudit } from "../testing/build-team";

const tokenOf = (link: string) => link.slice(link.indexOf("#") + 1);

describeOnEveryEngine("procedures for invited people", (openTestDatabase) => {
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
