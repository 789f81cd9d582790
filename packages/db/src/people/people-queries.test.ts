import { expect, it } from "vitest";
import { isUniqueViolation } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow } from "../schema";
import { buildPerson, buildSession, buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { addInstallation, findInstallation } from "./installation-queries";
import {
  addInvitation,
  findOpenInvitation,
  findWaitingInvitation,
  listWaitingInvitations,
  markInvitationAccepted,
  revokeInvitation,
  revokeInvitationsTo,
} from "./invitation-queries";
import {
  findPasswordHash,
  findPersonByEmail,
  listPeople,
  replacePasswordHash,
} from "./person-queries";
import { addRole, deleteRole, listRolesOf } from "./role-queries";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  listSessions,
} from "./session-queries";

const at = "2026-09-01T12:00:00.000Z";
const later = "2026-09-08T12:00:00.000Z";
const muchLater = "2026-09-20T12:00:00.000Z";

const addNamed = async (db: Db, name: string) => {
  const email = `${name.toLowerCase()}@example.org`;
  return (await buildPerson(db, { name, email, passwordHash: `hash of ${name}` })).userId;
};
const addSession = (db: Db, userId: string, overrides: Partial<NewRow<"session">> = {}) =>
  buildSession(db, { userId, createdAt: at, expiresAt: later, userAgent: "", ...overrides });

describeOnEveryEngine("people queries", (openTestDatabase) => {
  it("keeps a person with their password, once per address", async () => {
    const { db } = await openTestDatabase();
    const userId = await addNamed(db, "Robin");
    expect(await findPersonByEmail(db, "robin@example.org")).toEqual({
      userId,
      name: "Robin",
      email: "robin@example.org",
    });
    expect(await findPersonByEmail(db, "nobody@example.org")).toBeUndefined();
    expect(await findPasswordHash(db, userId)).toBe("hash of Robin");
    expect(await findPasswordHash(db, "nobody")).toBeUndefined();
    await expect(addNamed(db, "Robin")).rejects.toSatisfy(isUniqueViolation);
  });

  it("changes a password only from the one that was checked", async () => {
    const { db } = await openTestDatabase();
    const userId = await addNamed(db, "Robin");
    const change = { userId, fromHash: "hash of Robin", toHash: "second", at: later };
    expect(await replacePasswordHash(db, change)).toBe(true);
    expect(await replacePasswordHash(db, { ...change, toHash: "third" })).toBe(false);
    expect(await findPasswordHash(db, userId)).toBe("second");
  });

  it("lists people with the roles at the asked sites alone, the owner with all", async () => {
    const { db } = await openTestDatabase();
    const [first, second] = [
      await buildSite(db, { name: "First" }),
      await buildSite(db, { name: "Second" }),
    ];
    const [alex, robin] = [await addNamed(db, "Alex"), await addNamed(db, "Robin")];
    await addRole(db, { userId: alex, siteId: first.id, role: "admin", at });
    await addRole(db, { userId: alex, siteId: second.id, role: "investigator", at });
    await addInstallation(db, { ownerUserId: robin, isDemo: false, at });

    expect(await listPeople(db, [second.id])).toMatchObject([
      {
        userId: alex,
        name: "Alex",
        email: "alex@example.org",
        isOwner: false,
        roles: [{ siteId: second.id, siteName: "Second", role: "investigator" }],
      },
    ]);
    const all = await listPeople(db, "all");
    expect(all.map((p) => [p.name, p.isOwner, p.roles.length])).toEqual([
      ["Alex", false, 2],
      ["Robin", true, 0],
    ]);
    expect(await listPeople(db, [])).toEqual([]);
  });

  it("grants a role once and takes it away once", async () => {
    const { db } = await openTestDatabase();
    const site = await buildSite(db, { name: "First" });
    const held = { userId: await addNamed(db, "Alex"), siteId: site.id, role: "admin" as const };
    expect(await addRole(db, { ...held, at })).toBe(true);
    expect(await addRole(db, { ...held, at: later })).toBe(false);
    expect(await listRolesOf(db, held.userId)).toEqual([{ siteId: site.id, role: "admin" }]);
    expect(await deleteRole(db, held)).toBe(true);
    expect(await deleteRole(db, held)).toBe(false);
    expect(await listRolesOf(db, held.userId)).toEqual([]);
  });

  it("lists a person's sessions that are not over, newest first, without their tokens", async () => {
    const { db } = await openTestDatabase();
    const [alex, robin] = [await addNamed(db, "Alex"), await addNamed(db, "Robin")];
    const older = await addSession(db, alex);
    const newer = await addSession(db, alex, { createdAt: "2026-09-02T12:00:00.000Z" });
    await addSession(db, alex, { expiresAt: at });
    await addSession(db, robin);
    expect(await listSessions(db, alex, at)).toEqual([
      {
        id: newer,
        createdAt: "2026-09-02T12:00:00.000Z",
        expiresAt: later,
        network: "192.0.2.0",
        userAgent: null,
      },
      expect.objectContaining({ id: older, createdAt: at }),
    ]);
  });

  it("ends one's own session only, the others, or those that are over", async () => {
    const { db } = await openTestDatabase();
    const [alex, robin] = [await addNamed(db, "Alex"), await addNamed(db, "Robin")];
    const [kept, ended] = [await addSession(db, alex), await addSession(db, alex)];
    const foreign = await addSession(db, robin);
    expect(await deleteSession(db, { userId: alex, sessionId: foreign })).toBe(false);
    expect(await deleteSession(db, { userId: alex, sessionId: ended })).toBe(true);
    await addSession(db, alex);
    expect(await deleteSessionsOf(db, alex, kept)).toBe(1);
    expect((await listSessions(db, alex, at)).map((s) => s.id)).toEqual([kept]);
    await deleteExpiredSessions(db, at);
    expect(await listSessions(db, robin, at)).toHaveLength(1);
    await deleteExpiredSessions(db, later);
    expect(await listSessions(db, robin, at)).toEqual([]);
    expect(await deleteSessionsOf(db, alex)).toBe(0);
  });

  it("lets one acceptance of an open invitation count, and none of a closed one", async () => {
    const { db } = await openTestDatabase();
    const site = await buildSite(db, { name: "First" });
    const invite = (tokenSha256: string) =>
      addInvitation(db, {
        email: "new@example.org",
        siteId: site.id,
        role: "coordinator",
        tokenSha256,
        invitedBy: null,
        createdAt: at,
        expiresAt: later,
      });
    const accepted = await invite("a");
    expect(await findOpenInvitation(db, "a", at)).toEqual({
      id: accepted,
      email: "new@example.org",
      siteId: site.id,
      siteName: "First",
      role: "coordinator",
      expiresAt: later,
    });
    const tries = await Promise.all([1, 2, 3].map(() => markInvitationAccepted(db, accepted, at)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await findOpenInvitation(db, "a", at)).toBeUndefined();

    const expired = await invite("b");
    expect(await findOpenInvitation(db, "b", later)).toBeUndefined();
    expect(await markInvitationAccepted(db, expired, muchLater)).toBe(false);
    expect(await findWaitingInvitation(db, expired)).toEqual({ id: expired, siteId: site.id });

    const revoked = await invite("c");
    expect(await revokeInvitation(db, revoked, at)).toBe(true);
    expect(await revokeInvitation(db, revoked, at)).toBe(false);
    expect(await findOpenInvitation(db, "c", at)).toBeUndefined();
    expect(await markInvitationAccepted(db, revoked, at)).toBe(false);
    expect(await revokeInvitation(db, accepted, at)).toBe(false);
    expect(await findOpenInvitation(db, "unknown", at)).toBeUndefined();
  });

  it("lists waiting invitations of the asked sites and replaces older ones", async () => {
    const { db } = await openTestDatabase();
    const [first, second] = [
      await buildSite(db, { name: "First" }),
      await buildSite(db, { name: "Second" }),
    ];
    const alex = await addNamed(db, "Alex");
    const invite = (tokenSha256: string, siteId: number) =>
      addInvitation(db, {
        email: "new@example.org",
        siteId,
        role: "coordinator",
        tokenSha256,
        invitedBy: alex,
        createdAt: at,
        expiresAt: later,
      });
    const here = await invite("a", first.id);
    const there = await invite("b", second.id);
    expect(await listWaitingInvitations(db, [first.id])).toEqual([
      expect.objectContaining({ id: here, siteName: "First", invitedByName: "Alex" }),
    ]);
    expect(await listWaitingInvitations(db, [])).toEqual([]);
    await revokeInvitationsTo(
      db,
      { email: "new@example.org", siteId: first.id, role: "coordinator" },
      at,
    );
    expect((await listWaitingInvitations(db, "all")).map((i) => i.id)).toEqual([there]);
    expect(await findWaitingInvitation(db, here)).toBeUndefined();
  });

  it("has one installation", async () => {
    const { db } = await openTestDatabase();
    expect(await findInstallation(db)).toBeUndefined();
    await addInstallation(db, { ownerUserId: null, isDemo: true, at });
    expect(await findInstallation(db)).toEqual({ ownerUserId: null, isDemo: true });
    await expect(addInstallation(db, { ownerUserId: null, isDemo: false, at })).rejects.toSatisfy(
      isUniqueViolation,
    );
  });
});
