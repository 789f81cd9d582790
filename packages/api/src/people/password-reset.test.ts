import type { Db } from "@studydesk/db/open-database";
import { buildPerson, buildSession } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildSignIn, cookieOf, email } from "../testing/build-sign-in";
import { otherPassword, password, readAudit, sessionIdsOf } from "../testing/build-team";
import { deactivatePerson, reactivatePerson } from "./deactivate-person";
import { makePasswordReset } from "./password-reset";
import { usePasswordTry } from "./sign-in-limits";

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string; cause?: { reason?: string } }) => error.cause?.reason ?? error.code,
  );
const tokenIn = (text: string) => /new-password#([\w-]+)/.exec(text)?.[1] ?? "";

async function buildDoor(db: Db) {
  const desk = await buildSignIn(db);
  const at = (network?: string) => buildCaller(desk.deps, undefined, { network }).people;
  const readMails = () =>
    db.selectFrom("outbox").select(["id", "kind", "toAddress", "textBody"]).orderBy("id").execute();
  const askedToken = async (network?: string) => {
    await at(network).askPasswordReset({ email });
    return tokenIn((await readMails()).at(-1)?.textBody ?? "");
  };
  return { ...desk, at, readMails, askedToken };
}

describeOnEveryEngine("a new password", (openTestDatabase) => {
  it("is set by a link that works once: all sessions end, a mail tells, and the old one opens nothing", async () => {
    const { db } = await openTestDatabase();
    const { at, askedToken, readMails, signIn, viewers } = await buildDoor(db);
    const cookie = cookieOf(await signIn());
    await buildSession(db, { userId: "robin" });
    const token = await askedToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(
      JSON.stringify(await db.selectFrom("passwordResets").selectAll().execute()),
    ).not.toContain(token);
    expect(await at().readPasswordReset({ token })).toEqual({ email });
    const set = (typed: string) => reasonOf(at().setNewPassword({ token, password: typed }));
    expect(await set("too short")).toBe("too_short");
    expect(await set("robin@example.org")).toBe("contains_email");
    expect(await set(otherPassword)).toBe("done");
    expect(await set(otherPassword)).toBe("reset_not_valid");
    expect(await sessionIdsOf(db, "robin")).toEqual([]);
    expect(await viewers.read(cookie)).toBeUndefined();
    expect((await signIn()).status).toBe(401);
    expect((await signIn({ password: otherPassword })).status).toBe(200);
    expect((await readMails()).map(({ kind, toAddress }) => [kind, toAddress])).toEqual([
      ["password_reset", email],
      ["account_changed", email],
    ]);
    const rows = await readAudit(db);
    expect(rows.map(({ action }) => action)).toContain("person.password_reset");
    expect(JSON.stringify(rows)).not.toMatch(/example\.org|teapot|gravel/);
  });

  it("lets one of several who use the link at the same moment set it", async () => {
    const { db } = await openTestDatabase();
    const { at, askedToken } = await buildDoor(db);
    const token = await askedToken();
    const set = () => reasonOf(at().setNewPassword({ token, password: otherPassword }));
    expect((await Promise.all([set(), set(), set()])).toSorted()).toEqual([
      "done",
      "reset_not_valid",
      "reset_not_valid",
    ]);
  });

  it("answers alike for an unknown address, one that is closed and one that has an account", async () => {
    const { db } = await openTestDatabase();
    const { at, deps, readMails } = await buildDoor(db);
    const { userId, email: closed } = await buildPerson(db);
    await deactivatePerson(deps, "command", { userId });
    const answers = await Promise.all(
      [email, closed, "nobody@example.org"].map((typed) => at().askPasswordReset({ email: typed })),
    );
    expect(new Set(answers)).toEqual(new Set([undefined]));
    expect((await readMails()).map(({ toAddress }) => toAddress)).toEqual([email]);
    const asked = (await readAudit(db)).filter(
      ({ action }) => action === "person.password_reset_asked",
    );
    expect(asked).toHaveLength(3);
  });

  it("ends after an hour, with a newer link, and with the account", async () => {
    const { db } = await openTestDatabase();
    const { at, askedToken, deps } = await buildDoor(db);
    const read = (token: string) => reasonOf(at().readPasswordReset({ token }));
    const first = await askedToken();
    const second = await askedToken();
    expect([await read(first), await read(second)]).toEqual(["reset_not_valid", "done"]);
    deps.clock.advance(3_600_000);
    expect([await read(second), await read("unknown")]).toEqual(Array(2).fill("reset_not_valid"));
    const third = await askedToken();
    await deactivatePerson(deps, "command", { userId: "robin" });
    expect(await read(third)).toBe("reset_not_valid");
    expect(await reasonOf(at().setNewPassword({ token: third, password: otherPassword }))).toBe(
      "reset_not_valid",
    );
    await expect(makePasswordReset(deps, "robin")).rejects.toMatchObject({ reason: "deactivated" });
  });

  it("is not set by a link from before the password was changed or the account closed", async () => {
    const { db } = await openTestDatabase();
    const { at, askedToken, deps, signIn, callWith } = await buildDoor(db);
    const isRefused = (token: string) => reasonOf(at().readPasswordReset({ token }));
    const token = await askedToken();
    const own = await callWith(cookieOf(await signIn()));
    await own.people.changePassword({ currentPassword: password, newPassword: otherPassword });
    expect(await isRefused(token)).toBe("reset_not_valid");
    const later = await askedToken();
    await deactivatePerson(deps, "command", { userId: "robin" });
    await reactivatePerson(deps, "command", { userId: "robin" });
    expect(await isRefused(later)).toBe("reset_not_valid");
  });

  it("is asked for three times an hour for one address, and twenty times from one network", async () => {
    const { db } = await openTestDatabase();
    const { at, deps, readMails } = await buildDoor(db);
    const ask = (typed: string, network?: string) =>
      reasonOf(at(network).askPasswordReset({ email: typed }));
    for (const typed of [email, "nobody@example.org"]) {
      const outcomes: unknown[] = [];
      for (let n = 0; n < 4; n++) outcomes.push(await ask(typed, `198.51.${n}.0/24`));
      expect(outcomes).toEqual(["done", "done", "done", "too_many"]);
    }
    for (let n = 0; n < 20; n++) {
      expect(await ask(`nobody${n}@example.org`, "10.0.0.0/24")).toBe("done");
    }
    expect(await ask("somebody@example.org", "10.0.0.0/24")).toBe("too_many");
    expect(await readMails()).toHaveLength(3);
    deps.clock.advance(3_600_001);
    expect(await ask(email)).toBe("done");
  });

  it("never locks its owner out: signing in goes on, and a new password opens the door at once", async () => {
    const { db } = await openTestDatabase();
    const { at, signIn, askedToken, deps } = await buildDoor(db);
    expect((await signIn()).status).toBe(200);
    // Strangers ask for links and guess from everywhere.
    const strangers = await Promise.all(
      [0, 1, 2, 3].map((n) => reasonOf(at(`10.1.${n}.0/24`).askPasswordReset({ email }))),
    );
    expect(strangers.toSorted()).toEqual(["done", "done", "done", "too_many"]);
    expect(await reasonOf(at().askPasswordReset({ email }))).toBe("done");
    for (let n = 0; n < 50; n++) await usePasswordTry(deps, { email, network: `10.0.${n}.0/24` });
    expect((await signIn()).status).toBe(200);
    // Its owner guesses, too, and then asks.
    for (let n = 0; n < 5; n++) await signIn({ password: "something else entirely" });
    expect((await signIn()).status).toBe(429);
    deps.clock.advance(3_600_001);
    for (let n = 0; n < 5; n++) await signIn({ password: "something else entirely" });
    expect((await signIn()).status).toBe(429);
    await at().setNewPassword({ token: await askedToken(), password: otherPassword });
    expect((await signIn({ password: otherPassword })).status).toBe(200);
  });

  it("is refused with a sentence where no mail is sent, and made by command all the same", async () => {
    const { db } = await openTestDatabase();
    const { deps, signIn } = await buildDoor(db);
    const { people } = buildCaller({ ...deps, hasMailServer: false }, undefined);
    expect(await people.installation()).toEqual({ isDemo: false, sendsMail: false });
    expect(await reasonOf(people.askPasswordReset({ email }))).toBe("no_mail_server");
    const { link, expiresAt } = await makePasswordReset(deps, "robin");
    expect(link).toMatch(/^http:\/\/localhost:3000\/desk\/new-password#[\w-]{43}$/);
    expect(expiresAt).toBe("2026-09-01T13:00:00.000Z");
    await people.setNewPassword({ token: tokenIn(link), password: otherPassword });
    expect((await signIn({ password })).status).toBe(401);
    expect((await readAudit(db)).find(({ action }) => action.endsWith("reset_made"))?.details).toBe(
      '{"by":"command"}',
    );
  });

  it("shows whoever looks through the outbox no link that would make them somebody else", async () => {
    const { db } = await openTestDatabase();
    const { deps, askedToken, readMails } = await buildDoor(db);
    const token = await askedToken();
    const owner = await buildPerson(db, { isOwner: true });
    const [mail] = await readMails();
    const shown = await buildCaller(deps, owner).outbox.get({ mailId: mail?.id ?? 0 });
    expect(shown.text).toContain("/desk/new-password#…");
    expect(JSON.stringify(shown)).not.toContain(token);
  });
});
