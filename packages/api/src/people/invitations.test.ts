import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildTeam, readAudit } from "../testing/build-team";

const tokenOf = (link: string) => link.slice(link.indexOf("#") + 1);

describeOnEveryEngine("procedures for invitations", (openTestDatabase) => {
  it("let admins of the site and the owner invite, nobody else", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, coordinator, foreignAdmin, owner } = await buildTeam(db);
    const invite = { email: "new@example.org", siteId: site.id, role: "coordinator" as const };
    await expect(callAs(coordinator).invite(invite)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(callAs(foreignAdmin).invite(invite)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(callAs(owner).invite({ ...invite, siteId: 999 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.selectFrom("invitations").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
    await callAs(admin).invite(invite);
    // Nor somebody whose role is taken away in the middle of asking.
    const late = await buildPerson(db, { role: "admin", siteId: site.id });
    await db.deleteFrom("siteRoles").where("userId", "=", late.userId).execute();
    const tooLate = callAs(late).invite({ ...invite, email: "third@example.org" });
    await expect(tooLate).rejects.toMatchObject({ code: "NOT_FOUND" });
    await callAs(owner).invite({ ...invite, email: "second@example.org" });
    const { invitations } = await callAs(admin).invitations();
    expect(invitations.map((one) => [one.email, one.invitedByName, one.state])).toEqual([
      ["second@example.org", "Olga Owner", "open"],
      ["new@example.org", admin.name, "open"],
    ]);
    expect((await callAs(foreignAdmin).invitations()).invitations).toEqual([]);
    await expect(callAs(coordinator).invitations()).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("mail the link of an invitation, keep only its hash, and audit without the address", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin } = await buildTeam(db);
    const { link, expiresAt } = await callAs(admin).invite({
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
    const rows = await readAudit(db);
    expect(rows.map((row) => row.action)).toEqual(["invitation.created"]);
    expect(JSON.stringify(rows)).not.toMatch(/example\.org/i);
  });

  it("let one link work: a new invitation to the same role ends the older", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin } = await buildTeam(db);
    const invite = { email: "new@example.org", siteId: site.id, role: "coordinator" as const };
    const older = await callAs(admin).invite(invite);
    const newer = await callAs(admin).invite(invite);
    const nobody = callAs(undefined);
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

  it("invite nobody to a role that they hold", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, coordinator } = await buildTeam(db);
    await expect(
      callAs(admin).invite({
        email: coordinator.email,
        siteId: site.id,
        role: "coordinator",
      }),
    ).rejects.toMatchObject({ cause: { reason: "already_holds_role" } });
  });

  it("take an invitation back for those who could have made it", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, coordinator, foreignAdmin } = await buildTeam(db);
    const { invitationId } = await callAs(admin).invite({
      email: "new@example.org",
      siteId: site.id,
      role: "coordinator",
    });
    for (const who of [coordinator, foreignAdmin]) {
      await expect(callAs(who).revokeInvitation({ invitationId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await callAs(admin).revokeInvitation({ invitationId });
    await expect(callAs(admin).revokeInvitation({ invitationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await readAudit(db)).map((row) => row.action)).toEqual([
      "invitation.created",
      "invitation.revoked",
    ]);
  });
});
