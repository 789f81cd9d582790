import type { Db } from "@studydesk/db/open-database";
import { setPasswordHash } from "@studydesk/db/people/person-queries";
import { confirmWaitingKey, saveWaitingKey } from "@studydesk/db/people/second-factor-queries";
import { takeHold } from "@studydesk/db/queue/hold-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { getMigrations } from "better-auth/db/migration";
import { expect, it } from "vitest";
import { buildSignIn, caller, cookieOf, email } from "../testing/build-sign-in";
import { password, sessionIdsOf } from "../testing/build-team";
import { authOptions } from "./auth";
import { deactivatePerson, reactivatePerson } from "./deactivate-person";
import { hashPassword } from "./password-hash";
import { signIn as takeSignIn } from "./sign-in";
import { usePasswordTry } from "./sign-in-limits";

const actionsOf = async (db: Db) =>
  (await db.selectFrom("audit").select(["action", "subjectId"]).orderBy("sequence").execute()).map(
    (row) => `${row.action} ${row.subjectId}`,
  );

describeOnEveryEngine("auth", (openTestDatabase, engine) => {
  it("finds the tables that better-auth itself would make", async () => {
    const { db } = await openTestDatabase();
    const options = authOptions({
      db,
      engine,
      baseUrl: "http://localhost",
      secret: "s".repeat(32),
    });
    const plan = await getMigrations(options);
    expect(plan.toBeCreated).toEqual([]);
    expect(plan.toBeAdded).toEqual([]);
    expect(plan.toBeAddedIndexes).toEqual([]);
    expect(plan.schemaProblems).toEqual([]);
    expect((await plan.compileMigrations()).replace(/[;\s]/g, "")).toBe("");
  });

  it("signs in with a cookie that scripts and other sites cannot use, and no token in the answer", async () => {
    const { db } = await openTestDatabase();
    const { signIn, viewers } = await buildSignIn(db);
    const answer = await signIn({ email: " Robin@Example.ORG " });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("{}");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const [cookie = "", ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^studydesk\.session_token=/);
    const flags = cookie
      .split("; ")
      .slice(1)
      .map((flag) => flag.toLowerCase());
    expect(flags).toEqual(
      expect.arrayContaining(["httponly", "samesite=strict", "path=/", "max-age=43200"]),
    );
    expect(flags).not.toContain("secure");
    const session = await db.selectFrom("session").selectAll().executeTakeFirstOrThrow();
    expect(session.ipAddress).toBe("203.0.113.0");
    const hours = (Date.parse(new Date(session.expiresAt).toISOString()) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12);
    expect(await viewers.read(cookieOf(answer))).toEqual({
      userId: "robin",
      name: "Robin Example",
      email,
      isOwner: false,
      roles: [],
      sessionId: session.id,
    });
    expect(await actionsOf(db)).toEqual(["person.signed_in robin"]);
  });

  it("sends the cookie over https only when that is where the desk lives", async () => {
    const { db } = await openTestDatabase();
    const { signIn, post, viewers } = await buildSignIn(db, "https://desk.example.org");
    const answer = await signIn();
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-studydesk\.session_token=/);
    // Without any of these a browser takes no cookie of that name.
    expect(cookie.toLowerCase()).toMatch(/; path=\/(;|$)/);
    expect(cookie.toLowerCase()).toContain("; secure");
    expect(cookie.toLowerCase()).not.toContain("domain");
    expect(await viewers.read(cookieOf(answer))).toBeDefined();
    // One that another host of the domain could have set is none.
    const planted = cookieOf(answer).replace("__Host-", "");
    expect(await viewers.read(planted)).toBeUndefined();
    const out = await post("/sign-out", {}, { cookie: cookieOf(answer) });
    for (const gone of out.headers.getSetCookie()) {
      expect(gone).toMatch(/^__Host-.*path=\/.*secure/i);
    }
    expect(await viewers.read(cookieOf(answer))).toBeUndefined();
  });

  it("answers an unknown address and a wrong password alike", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    const wrong = await signIn({ password: "something else entirely" });
    const unknown = await signIn({ email: "nobody@example.org" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(await db.selectFrom("session").selectAll().execute()).toEqual([]);
    expect(await actionsOf(db)).toEqual([
      "person.sign_in_refused robin",
      "person.sign_in_refused unknown",
    ]);
  });

  it("does the same work for a wrong password, whose ever it is, and asks nobody to begin a session", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    const countAll = async () => ({
      library: (await db.selectFrom("rateLimit").select("id").execute()).length,
      audit: (await actionsOf(db)).length,
    });
    const work = async (address: string, network: string) => {
      const before = await countAll();
      const typed = { email: address, password: "something else entirely" };
      expect((await signIn(typed, {}, { network })).status).toBe(401);
      const after = await countAll();
      return { library: after.library - before.library, audit: after.audit - before.audit };
    };
    const alike = { library: 0, audit: 1 };
    expect(await work("nobody@example.org", "192.0.2.0/24")).toEqual(alike);
    expect(await work(email, "198.51.100.0/24")).toEqual(alike);
    const at = "2026-01-01T00:00:00.000Z";
    await saveWaitingKey(db, "robin", "sealed", at);
    await confirmWaitingKey(db, { userId: "robin", waitingKey: "sealed", step: 1, at });
    expect(await work(email, "203.0.113.0/24")).toEqual(alike);
  });

  it("answers somebody who was deactivated as if the password were wrong, also amid signing in", async () => {
    const { db } = await openTestDatabase();
    const { deps, signIn, viewers } = await buildSignIn(db);
    const cookie = cookieOf(await signIn());
    expect(await viewers.read(cookie)).toBeDefined();
    await deactivatePerson(deps, "command", { userId: "robin" });
    viewers.forgetAll();
    expect(await viewers.read(cookie)).toBeUndefined();
    const wrong = await signIn({ email: "nobody@example.org" });
    const closed = await signIn();
    expect([wrong.status, closed.status]).toEqual([401, 401]);
    expect(await closed.text()).toBe(await wrong.text());
    expect(closed.headers.getSetCookie()).toEqual([]);
    await reactivatePerson(deps, "command", { userId: "robin" });
    // Whichever comes first, nobody who is out is in.
    const [answer] = await Promise.all([
      signIn(),
      deactivatePerson(deps, "command", { userId: "robin" }),
    ]);
    viewers.forgetAll();
    expect(await viewers.read(cookieOf(answer))).toBeUndefined();
    expect(await db.selectFrom("session").selectAll().execute()).toEqual([]);
  });

  it("begins no session with a password that was changed, or a factor set up, amid signing in", async () => {
    const { db } = await openTestDatabase();
    const { deps, auth, signIn, viewers } = await buildSignIn(db);
    const kept = cookieOf(await signIn());
    const headers = new Headers({ "content-type": "application/json", origin: deps.baseUrl });
    const amid = (change: () => Promise<unknown>) =>
      takeSignIn(
        deps,
        {
          ...auth,
          async signIn(...asked) {
            const begun = await auth.signIn(...asked);
            await change();
            return begun;
          },
        },
        { email, password, headers, network: "192.0.2.0/24" },
      );
    const at = "2026-01-01T00:00:00.000Z";
    const setUp = async () => {
      await saveWaitingKey(db, "robin", "sealed", at);
      await confirmWaitingKey(db, { userId: "robin", waitingKey: "sealed", step: 1, at });
    };
    await expect(amid(setUp)).rejects.toMatchObject({ reason: "code_needed" });
    await db.deleteFrom("secondFactors").execute();
    const change = () => setPasswordHash(db, { userId: "robin", passwordHash: "another", at });
    await expect(amid(change)).rejects.toMatchObject({ reason: "wrong_credentials" });
    expect(await sessionIdsOf(db, "robin")).toHaveLength(1);
    expect(await viewers.read(kept)).toBeDefined();
  });

  it("pauses after five wrong tries from a network, and opens again after a quarter of an hour", async () => {
    const { db } = await openTestDatabase();
    const { signIn, deps } = await buildSignIn(db);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await signIn({ password: "something else entirely" })).status).toBe(401);
    }
    const paused = await signIn();
    expect(paused.status).toBe(429);
    expect(await paused.json()).toMatchObject({
      code: "rate_limited",
      details: { retryAfterSeconds: 900 },
    });
    // The person themselves, elsewhere, is not locked out by it.
    expect((await signIn({}, {}, { network: "198.51.100.0/24" })).status).toBe(200);
    deps.clock.advance(14 * 60_000);
    await db.deleteFrom("limits").where("key", "like", "sign-in-account:%").execute();
    expect((await signIn()).status).toBe(429);
    deps.clock.advance(60_001);
    expect((await signIn()).status).toBe(200);
  });

  it("lets strangers' guesses from everywhere lock nobody out where they signed in before", async () => {
    const { db } = await openTestDatabase();
    const { signIn, deps } = await buildSignIn(db);
    expect((await signIn()).status).toBe(200);
    deps.clock.advance(29 * 86_400_000);
    for (let stranger = 0; stranger < 50; stranger++) {
      await usePasswordTry(deps, { email, network: `10.0.${stranger}.0/24` });
    }
    expect((await signIn({}, {}, { network: "10.0.99.0/24" })).status).toBe(429);
    expect((await signIn()).status).toBe(200);
    // Nor where others of the same network used up its wrong ones: it may be a whole hospital's.
    const others = Array.from({ length: 60 }, (_, n) =>
      usePasswordTry(deps, { email: `nobody${n}@example.org`, ...caller }),
    );
    const refused = (await Promise.allSettled(others)).filter(
      ({ status }) => status === "rejected",
    );
    expect(refused).toHaveLength(10);
    expect((await signIn()).status).toBe(200);
    // There, too, five wrong ones are all.
    for (let attempt = 0; attempt < 5; attempt++) {
      expect((await signIn({ password: "something else entirely" })).status).toBe(401);
    }
    expect((await signIn()).status).toBe(429);
  });

  it("pauses for an address without an account just the same", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    const tries = Array.from({ length: 8 }, () => signIn({ email: "nobody@example.org" }));
    const statuses = (await Promise.all(tries)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });

  it("forgets wrong tries when the right password comes", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 4; attempt++) {
        expect((await signIn({ password: "something else entirely" })).status).toBe(401);
      }
      expect((await signIn()).status).toBe(200);
    }
  });

  it("signs out: the session is gone from the table and from memory", async () => {
    const { db } = await openTestDatabase();
    const { signIn, post, viewers } = await buildSignIn(db);
    const cookie = cookieOf(await signIn());
    const { userId = "", sessionId = "" } = (await viewers.read(cookie)) ?? {};
    expect(sessionId).not.toBe("");
    const { id: leadId } = await buildLead(db, { siteId: (await buildSite(db)).id });
    const [now, until] = ["2026-09-01T12:00:00.000Z", "2026-09-01T12:02:30.000Z"];
    await takeHold(db, { leadId, userId, sessionId, screenId: "tab", now, until });
    const answer = await post("/sign-out", {}, { cookie });
    expect(answer.status).toBe(200);
    // The lead that was in front is free for others.
    expect(await db.selectFrom("leadHolds").selectAll().execute()).toEqual([]);
    expect(answer.headers.getSetCookie().join()).toMatch(/session_token=;.*max-age=0/i);
    expect(await viewers.read(cookie)).toBeUndefined();
    expect(await db.selectFrom("session").selectAll().execute()).toEqual([]);
    expect(await actionsOf(db)).toEqual(["person.signed_in robin", "person.signed_out robin"]);
  });

  it("ends the session that the browser had when it signs in anew, whose ever that was", async () => {
    const { db } = await openTestDatabase();
    const { signIn, viewers } = await buildSignIn(db);
    const [former, elsewhere] = [cookieOf(await signIn()), cookieOf(await signIn())];
    // A wrong password ends nothing.
    await signIn({ password: "something else entirely" }, { cookie: former });
    expect(await viewers.read(former)).toBeDefined();
    const anew = cookieOf(await signIn({}, { cookie: former }));
    expect(anew).not.toBe(former);
    expect(await viewers.read(former)).toBeUndefined();
    expect(await viewers.read(elsewhere)).toBeDefined();
    expect(await viewers.read(anew)).toBeDefined();
    expect((await actionsOf(db)).slice(-2)).toEqual([
      "person.signed_out robin",
      "person.signed_in robin",
    ]);
  });

  it("refuses what another site sends in somebody's name", async () => {
    const { db } = await openTestDatabase();
    const { signIn, post, viewers } = await buildSignIn(db);
    const foreign = { origin: "https://elsewhere.example.com", "sec-fetch-site": "cross-site" };
    expect((await signIn({}, foreign)).status).toBe(403);
    const cookie = cookieOf(await signIn());
    expect((await post("/sign-out", {}, { ...foreign, cookie })).status).toBe(403);
    expect((await signIn({}, { "content-type": "text/plain" })).status).toBe(400);
    expect((await signIn({}, { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      400,
    );
    expect(await viewers.read(cookie)).toBeDefined();
  });

  it("ends a session in which nothing was asked for four hours, and no session that is used", async () => {
    const { db } = await openTestDatabase();
    const { deps, signIn, callWith, viewers } = await buildSignIn(db);
    const [used, left] = [cookieOf(await signIn()), cookieOf(await signIn())];
    // As if both had begun by the test's clock.
    const updatedAt = deps.now().toISOString();
    await db.updateTable("session").set({ updatedAt }).execute();
    const minutes = (n: number) => deps.clock.advance(n * 60_000);
    const unattended = { isUnattended: true };
    for (const wait of [200, 239]) {
      minutes(wait);
      expect(await viewers.read(used)).toBeDefined();
      // A screen that nobody is at asks on by itself.
      if (wait === 200) expect(await viewers.readAccount(left, unattended)).toBeDefined();
    }
    expect(await viewers.read(left)).toBeUndefined();
    const { sessions } = await (await callWith(used)).people.sessions.list();
    expect(sessions).toHaveLength(1);
    minutes(240);
    expect(await viewers.read(used)).toBeUndefined();
  });

  it("refuses a cookie that was tampered with", async () => {
    const { db } = await openTestDatabase();
    const { signIn, viewers } = await buildSignIn(db);
    const cookie = cookieOf(await signIn());
    const forged = cookie.replace(/=(.)/, (_, first) => (first === "a" ? "=b" : "=a"));
    expect(await viewers.read(forged)).toBeUndefined();
    expect(await viewers.read("studydesk.session_token=x")).toBeUndefined();
    expect(await viewers.read(undefined)).toBeUndefined();
  });

  it.each([
    "/sign-up/email",
    "/get-session",
    "/change-password",
    "/list-sessions",
    "/ok",
    "/error",
  ])("offers nothing at %s", async (path) => {
    const { db } = await openTestDatabase();
    const { post, handle } = await buildSignIn(db);
    const body = { email: "new@example.org", password, name: "New" };
    expect((await post(path, body)).status).toBe(404);
    const get = new Request(`http://localhost:3000/api/auth${path}`);
    expect((await handle(get, caller)).status).toBe(404);
    expect(await db.selectFrom("user").select("email").execute()).toEqual([{ email }]);
  });

  it.each(["", "{", "[]", "null", '{"email":"robin@example.org"}', '{"email":[],"password":{}}'])(
    "refuses %j with a sentence",
    async (body) => {
      const { db } = await openTestDatabase();
      const { post } = await buildSignIn(db);
      const answer = await post("/sign-in/email", body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "invalid" });
    },
  );

  it("throws what went wrong inside, for the server to log, and does not call it a wrong password", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    await db.schema.alterTable("session").renameTo("sessionElsewhere").execute();
    await expect(signIn()).rejects.toThrow();
    await expect(signIn()).rejects.not.toThrow(password);
  });

  it("takes a body of an address and a password, not of a book", async () => {
    const { db } = await openTestDatabase();
    const { signIn } = await buildSignIn(db);
    expect((await signIn({ password: "x".repeat(5_000) })).status).toBe(400);
    expect((await signIn({ password: "x".repeat(300) })).status).toBe(400);
  });
});

it("hashes with argon2id, 46 MiB, one pass", async () => {
  expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
});
