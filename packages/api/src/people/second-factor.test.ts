import type { Db } from "@studydesk/db/open-database";
import { addInstallation } from "@studydesk/db/people/installation-queries";
import { addRole } from "@studydesk/db/people/role-queries";
import { findSecondFactorStart } from "@studydesk/db/people/second-factor-queries";
import { buildPerson, buildSession, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import type { Role } from "@studydesk/domain/people/viewer";
import { TRPCError } from "@trpc/server";
import { TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { appRouter } from "../app-router";
import { buildCaller } from "../testing/build-caller";
import { buildSignIn, cookieOf, email } from "../testing/build-sign-in";
import { password, sessionIdsOf } from "../testing/build-team";
import { createCallerFactory } from "../trpc";
import { sealAppKey } from "./app-code";
import { resetSecondFactor } from "./reset-second-factor";
import { useCodeTry } from "./sign-in-limits";
import { useCode } from "./use-code";

const halfMinute = 30_000;
const answered = z.object({ reason: z.string().optional() });

/** Robin is signed in, with an app that shows codes. */
async function buildRobin(db: Db, role: Role = "coordinator") {
  const desk = await buildSignIn(db);
  const { deps, signIn, callWith } = desk;
  const site = await buildSite(db);
  await addRole(db, { userId: "robin", siteId: site.id, role, at: deps.now().toISOString() });
  const cookie = cookieOf(await signIn());
  const own = (await callWith(cookie)).people.secondFactor;
  const setUp = async () => {
    const { key } = await own.begin({ password });
    const codeNow = () => new TOTP({ secret: key }).generate({ timestamp: deps.now().getTime() });
    const { recoveryCodes } = await own.confirm({ code: codeNow() });
    // The next code, so that it was not used.
    deps.clock.advance(halfMinute);
    return { key, codeNow, recoveryCodes };
  };
  const tell = async (over: object, from?: { network: string }) => {
    const answer = await signIn(over, {}, from);
    const { reason = "signed in" } = answered.parse(await answer.json());
    return `${answer.status} ${reason}`;
  };
  return { ...desk, site, cookie, own, setUp, tell };
}

const actionsOf = async (db: Db) =>
  (await db.selectFrom("audit").select("action").orderBy("sequence").execute()).map(
    ({ action }) => action,
  );
const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.code,
  );

describeOnEveryEngine("the second factor", (openTestDatabase) => {
  it("is set up by its first code, seals its key, signs other screens out and tells by mail", async () => {
    const { db } = await openTestDatabase();
    const { own, deps } = await buildRobin(db);
    await buildSession(db, { userId: "robin" });
    expect(await reasonOf(own.begin({ password: "not the one" }))).toBe("wrong_password");
    const { key, uri } = await own.begin({ password });
    expect(uri).toContain(`secret=${key}`);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Studydesk:robin%40example\.org\?/);
    expect(await reasonOf(own.confirm({ code: "000000" }))).toBe("wrong_code");
    expect((await own.read()).isOn).toBe(false);
    const code = new TOTP({ secret: key }).generate({ timestamp: deps.now().getTime() });
    const { recoveryCodes } = await own.confirm({ code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await own.read()).toEqual({ isOn: true, dueAt: null, isNeeded: false, codesLeft: 10 });
    expect(await sessionIdsOf(db, "robin")).toHaveLength(1);
    const stored = JSON.stringify([
      await db.selectFrom("secondFactors").selectAll().execute(),
      await db.selectFrom("recoveryCodes").selectAll().execute(),
      await db.selectFrom("audit").selectAll().execute(),
      await db.selectFrom("outbox").selectAll().execute(),
    ]);
    expect(stored).not.toContain(key);
    for (const each of recoveryCodes) expect(stored).not.toContain(each.replaceAll("-", ""));
    const mails = await db.selectFrom("outbox").select(["kind", "toAddress"]).execute();
    expect(mails).toEqual([{ kind: "account_changed", toAddress: "robin@example.org" }]);
    expect((await actionsOf(db)).slice(-2)).toEqual([
      "person.second_factor_begun",
      "person.second_factor_set_up",
    ]);
  });

  it("asks for a code at the sign-in once the password is right, and begins no session before", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, signIn, viewers } = await buildRobin(db);
    const { codeNow } = await setUp();
    const before = await sessionIdsOf(db, "robin");
    expect(await tell({ password: "something else entirely" })).toBe("401 wrong_credentials");
    expect(await tell({ password: "something else entirely", code: codeNow() })).toBe(
      "401 wrong_credentials",
    );
    expect(await tell({})).toBe("401 code_needed");
    expect(await tell({ code: "000000" })).toBe("401 wrong_code");
    expect(await sessionIdsOf(db, "robin")).toEqual(before);
    const answer = await signIn({ code: ` ${codeNow()} ` });
    expect(answer.status).toBe(200);
    expect((await viewers.read(cookieOf(answer)))?.userId).toBe("robin");
  });

  it("takes a code once: of twenty who send the same at the same moment, one is in", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, deps } = await buildRobin(db);
    const { codeNow } = await setUp();
    const code = codeNow();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => useCode(deps, "robin", code)),
    );
    expect(outcomes.filter((outcome) => outcome === "right")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "used")).toHaveLength(19);
    expect(await tell({ code })).toBe("401 code_used");
    expect(await sessionIdsOf(db, "robin")).toHaveLength(1);
    // Two at the door itself: one session.
    deps.clock.advance(halfMinute);
    const next = codeNow();
    const atTheDoor = await Promise.all([tell({ code: next }), tell({ code: next })]);
    expect(atTheDoor.toSorted()).toEqual(["200 signed in", "401 code_used"]);
    expect(await sessionIdsOf(db, "robin")).toHaveLength(2);
    // Nor does an older one count after it.
    deps.clock.advance(-halfMinute);
    const older = codeNow();
    deps.clock.advance(halfMinute);
    expect(await tell({ code: older })).toBe("401 code_used");
    deps.clock.advance(halfMinute);
    expect(await tell({ code: codeNow() })).toBe("200 signed in");
  });

  it("takes each recovery code once, and new ones end the former", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, own } = await buildRobin(db);
    const { recoveryCodes, codeNow } = await setUp();
    const [first = "", second = "", third = ""] = recoveryCodes;
    const outcomes = await Promise.all([tell({ code: first }), tell({ code: first })]);
    expect(outcomes.toSorted()).toEqual(["200 signed in", "401 wrong_code"]);
    expect(await tell({ code: second.toUpperCase().replaceAll("-", " ") })).toBe("200 signed in");
    expect((await own.read()).codesLeft).toBe(8);
    expect(await reasonOf(own.renewCodes({ password }))).toBe("code_needed");
    const { recoveryCodes: renewed } = await own.renewCodes({ password, code: codeNow() });
    expect(await tell({ code: third })).toBe("401 wrong_code");
    expect(await tell({ code: renewed[0] })).toBe("200 signed in");
    expect(
      (await actionsOf(db)).filter((action) => action === "person.recovery_code_used"),
    ).toHaveLength(3);
  });

  it("pauses after wrong codes, and never where its owner signed in before because of strangers", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, deps } = await buildRobin(db);
    const { codeNow } = await setUp();
    const home = { network: "203.0.113.0/24" };
    expect(await tell({ code: codeNow() }, home)).toBe("200 signed in");
    deps.clock.advance(halfMinute);
    // Somebody has the password: twenty codes a day, from wherever.
    for (let n = 0; n < 20; n++) {
      await useCodeTry(deps, { email, network: `198.51.${n}.0/24` });
    }
    expect(await tell({ code: codeNow() }, { network: "198.51.99.0/24" })).toBe("429 too_many");
    expect(await tell({ code: codeNow() }, home)).toBe("200 signed in");
    for (let n = 0; n < 5; n++) {
      expect(await tell({ code: "000000" }, home)).toBe("401 wrong_code");
    }
    expect(await tell({ code: codeNow() }, home)).toBe("429 too_many");
  });

  it("moves to another phone by a code of the former one, which counts until the new one does", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, own, deps } = await buildRobin(db);
    const { codeNow, recoveryCodes } = await setUp();
    expect(await reasonOf(own.begin({ password }))).toBe("code_needed");
    const { key } = await own.begin({ password, code: codeNow() });
    deps.clock.advance(halfMinute);
    expect(await tell({ code: codeNow() })).toBe("200 signed in");
    const next = () => new TOTP({ secret: key }).generate({ timestamp: deps.now().getTime() });
    await own.confirm({ code: next() });
    deps.clock.advance(halfMinute);
    expect(await tell({ code: codeNow() })).toBe("401 wrong_code");
    expect(await tell({ code: recoveryCodes[0] })).toBe("401 wrong_code");
    expect(await tell({ code: next() })).toBe("200 signed in");
  });

  it("is turned off with password and code, and not by those who must have it", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, own, site, callWith, cookie } = await buildRobin(db);
    const { codeNow } = await setUp();
    const at = "2026-09-01T00:00:00.000Z";
    expect(await reasonOf(own.turnOff({ password }))).toBe("code_needed");
    await addRole(db, { userId: "robin", siteId: site.id, role: "investigator", at });
    const proof = { password, code: codeNow() };
    expect(await reasonOf(own.turnOff(proof))).toBe("second_factor_required");
    await db.deleteFrom("siteRoles").where("role", "=", "investigator").execute();
    await own.turnOff(proof);
    expect((await (await callWith(cookie)).people.me())?.secondFactor.isOn).toBe(false);
    expect(await tell({})).toBe("200 signed in");
    expect(await db.selectFrom("recoveryCodes").selectAll().execute()).toEqual([]);
  });

  it("is taken away by an admin of all the person's sites or by command: sessions end, a mail tells", async () => {
    const { db } = await openTestDatabase();
    const { setUp, tell, deps, site } = await buildRobin(db, "investigator");
    await setUp();
    const admin = await buildPerson(db, { role: "admin", siteId: site.id });
    const { people } = buildCaller(deps, admin);
    expect((await people.people()).people.map((one) => one.hasSecondFactor)).toEqual([false, true]);
    await people.resetSecondFactor({ userId: "robin" });
    expect(await sessionIdsOf(db, "robin")).toEqual([]);
    expect(await reasonOf(people.resetSecondFactor({ userId: "robin" }))).toBe("second_factor_off");
    expect(await tell({})).toBe("200 signed in");
    await expect(resetSecondFactor(deps, "command", { userId: "robin" })).rejects.toMatchObject({
      reason: "second_factor_off",
    });
    const mails = await db.selectFrom("outbox").select("subject").orderBy("id").execute();
    expect(mails.at(-1)).toEqual({ subject: "Your second factor was taken away" });
  });

  it("is asked for after two weeks: then one's own account answers, and nothing else", async () => {
    const { db } = await openTestDatabase();
    const { setUp, deps, viewers, signIn, callWith, cookie, own } = await buildRobin(db, "admin");
    const start = await findSecondFactorStart(db);
    const dueAt = new Date(Date.parse(start) + 14 * 86_400_000).toISOString();
    expect((await (await callWith(cookie)).people.me())?.secondFactor).toEqual({
      ...{ isOn: false, dueAt, isNeeded: false },
    });
    expect((await viewers.read(cookie))?.needsSecondFactor).toBeUndefined();
    deps.clock.set(dueAt);
    // The test's clock is ahead of better-auth's: a session that outlasts it.
    const expiresAt = new Date(Date.parse(dueAt) + 86_400_000).toISOString();
    await db.updateTable("session").set({ expiresAt, updatedAt: dueAt }).execute();
    viewers.forgetAll();
    await expect(viewers.read(cookie)).rejects.toMatchObject({ reason: "two_factor_needed" });
    const late = await callWith(cookie);
    expect(await late.people.me()).toMatchObject({ secondFactor: { isNeeded: true } });
    expect(await reasonOf(late.leads.counts())).toBe("two_factor_needed");
    expect(await reasonOf(late.people.people())).toBe("two_factor_needed");
    expect((await late.people.sessions.list()).sessions).toHaveLength(1);
    expect((await signIn()).status).toBe(200);
    expect((await own.read()).isNeeded).toBe(true);
    await setUp();
    expect(await viewers.read(cookie)).toBeDefined();
  });

  it("is never asked for in a demo, nor of a coordinator", async () => {
    const { db } = await openTestDatabase();
    const { deps, own, callWith, cookie, viewers, site } = await buildRobin(db);
    deps.clock.set("2030-01-01T00:00:00.000Z");
    expect(await own.read()).toMatchObject({ dueAt: null, isNeeded: false });
    const at = "2026-01-01T00:00:00.000Z";
    await addRole(db, { userId: "robin", siteId: site.id, role: "admin", at });
    expect(await own.read()).toMatchObject({ isNeeded: true });
    await addInstallation(db, { ownerUserId: "robin", isDemo: true, at });
    expect(await own.read()).toMatchObject({ dueAt: null, isNeeded: false });
    viewers.forgetAll();
    await expect(callWith(cookie)).resolves.toBeDefined();
  });

  it("does not open a key that lies in somebody else's row", async () => {
    const { db } = await openTestDatabase();
    const { setUp, signIn, deps } = await buildRobin(db);
    const { key, codeNow } = await setUp();
    const sealedKey = sealAppKey(deps.keys.secondFactors, "somebody else", key);
    await db.updateTable("secondFactors").set({ sealedKey }).execute();
    await expect(signIn({ code: codeNow() })).rejects.toThrow();
  });
});

describe("after the grace", () => {
  it("every procedure but those of one's own account refuses, whatever is sent", async () => {
    const { db } = await openTestSqlite();
    const { deps } = await buildSignIn(db);
    const viewer = {
      ...(await buildPerson(db, { isOwner: true })),
      needsSecondFactor: true,
    } as const;
    const call = createCallerFactory(appRouter)({
      ...{ deps, viewer, requestId: "test", network: "203.0.113.0/24" },
      reportFault: () => {},
    });
    const answers: string[] = [];
    for (const path of Object.keys(appRouter._def.procedures)) {
      const procedure = path
        .split(".")
        .reduce<unknown>((at, name) => Reflect.get(Object(at), name), call);
      if (typeof procedure !== "function") throw new Error(`${path} is no procedure.`);
      const refusal = await Promise.resolve(procedure()).then(
        () => undefined,
        (error: unknown) => (error instanceof TRPCError ? error.cause : error),
      );
      const isRefused = refusal instanceof DomainError && refusal.reason === "two_factor_needed";
      if (!isRefused) answers.push(path);
    }
    expect(answers.toSorted()).toEqual([
      "people.acceptInvitation",
      "people.askPasswordReset",
      "people.changePassword",
      "people.installation",
      "people.me",
      "people.readInvitation",
      "people.readPasswordReset",
      "people.secondFactor.begin",
      "people.secondFactor.confirm",
      "people.secondFactor.read",
      "people.secondFactor.renewCodes",
      "people.secondFactor.turnOff",
      "people.sessions.list",
      "people.sessions.revoke",
      "people.sessions.revokeOthers",
      "people.setKeys",
      "people.setNewPassword",
      // Said while a page goes away: it only ends that oneself is looking.
      "presence.leave",
    ]);
  });
});
