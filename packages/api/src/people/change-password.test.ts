import { buildSession } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildTeam, otherPassword, password, readAudit, sessionIdsOf } from "../testing/build-team";
import { verifyPassword } from "./password-hash";

describeOnEveryEngine("the procedure for passwords", (openTestDatabase) => {
  it("changes the password for whoever knows it, and signs every other session out", async () => {
    const { db } = await openTestDatabase();
    const { callAs, coordinator, admin, forgetAll } = await buildTeam(db);
    await buildSession(db, { userId: coordinator.userId, id: coordinator.sessionId });
    await buildSession(db, { userId: coordinator.userId });
    await buildSession(db, { userId: admin.userId });
    const change = (currentPassword: string, newPassword: string) =>
      callAs(coordinator).changePassword({ currentPassword, newPassword });
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
      .where("userId", "=", coordinator.userId)
      .executeTakeFirstOrThrow();
    expect(await verifyPassword(hash ?? "", otherPassword)).toBe(true);
    expect(await readAudit(db)).toEqual([
      { action: "person.password_changed", details: '{"sessions":1}' },
    ]);
  });

  it("pauses guessing at the current password of an open screen", async () => {
    const { db } = await openTestDatabase();
    const { deps, callAs, coordinator } = await buildTeam(db);
    const guess = (currentPassword: string) =>
      callAs(coordinator).changePassword({ currentPassword, newPassword: otherPassword });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(guess("wrong wrong wrong wrong")).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    await expect(guess(password)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    deps.clock.advance(15 * 60_000);
    await expect(guess(password)).resolves.toEqual({ revoked: 0 });
  });
});
