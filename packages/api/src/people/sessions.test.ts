import { buildSession } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildTeam, sessionIdsOf } from "../testing/build-team";

describeOnEveryEngine("procedures for sessions", (openTestDatabase) => {
  it("show one's own sessions without tokens, and end one, the others, never somebody else's", async () => {
    const { db } = await openTestDatabase();
    const { callAs, coordinator, admin, forgetAll } = await buildTeam(db);
    await buildSession(db, { userId: coordinator.userId, id: coordinator.sessionId });
    const second = await buildSession(db, { userId: coordinator.userId });
    await buildSession(db, { userId: coordinator.userId });
    const foreign = await buildSession(db, { userId: admin.userId });
    const caller = callAs(coordinator);
    const { sessions } = await caller.sessions.list();
    expect(sessions).toHaveLength(3);
    expect(sessions.filter((session) => session.isCurrent)).toEqual([
      {
        id: coordinator.sessionId,
        createdAt: "2026-09-01T12:00:00.000Z",
        expiresAt: "2026-09-02T00:00:00.000Z",
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
});
