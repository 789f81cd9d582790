import { addRole } from "@studydesk/db/people/role-queries";
import { buildPerson, buildSession } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { Role } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { buildTeam, sessionIdsOf } from "../testing/build-team";

describeOnEveryEngine("the procedure for roles", (openTestDatabase) => {
  it("takes a role away: the last one signs the person out at once, others do not", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, coordinator, forgetAll } = await buildTeam(db);
    const { userId } = coordinator;
    await addRole(db, { userId, siteId: site.id, role: "investigator", at: "2026-01-01" });
    await buildSession(db, { userId });
    const remove = (role: Role) => callAs(admin).removeRole({ userId, siteId: site.id, role });
    await remove("investigator");
    expect(await sessionIdsOf(db, userId)).toHaveLength(1);
    await expect(remove("investigator")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await remove("coordinator");
    expect(await sessionIdsOf(db, userId)).toEqual([]);
    expect(forgetAll).toHaveBeenCalledTimes(2);
  });

  it("lets nobody take roles away who may not", async () => {
    const { db } = await openTestDatabase();
    const { callAs, site, admin, coordinator, foreignAdmin, owner } = await buildTeam(db);
    const own = { userId: admin.userId, siteId: site.id, role: "admin" as const };
    await expect(callAs(coordinator).removeRole(own)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(callAs(foreignAdmin).removeRole(own)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(callAs(admin).removeRole(own)).rejects.toMatchObject({
      cause: { reason: "own_admin_role" },
    });
    // Not even the owner leaves people without an admin.
    await expect(callAs(owner).removeRole(own)).rejects.toMatchObject({
      cause: { reason: "last_admin" },
    });
    await buildPerson(db, { role: "admin", siteId: site.id });
    const invite = { siteId: site.id, role: "admin" as const };
    await callAs(admin).invite({ ...invite, email: "their.own@example.org" });
    await callAs(owner).invite({ ...invite, email: "another@example.org" });
    await callAs(owner).removeRole(own);
    // What they sent does not bring them back.
    const { invitations } = await callAs(owner).invitations();
    expect(invitations.map(({ email }) => email)).toEqual(["another@example.org"]);
    expect((await callAs(owner).people()).people).toHaveLength(5);
    await expect(callAs(coordinator).people()).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
