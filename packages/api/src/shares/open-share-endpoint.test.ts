import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { deriveKeys } from "@studydesk/sealing/derive-keys";
import { openShare } from "@studydesk/sealing/open";
import { sealShare } from "@studydesk/sealing/seal";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { buildShareTest, randomText } from "../testing/build-share";
import { openShareEndpoint } from "./open-share-endpoint";
import { readOwnShares } from "./read-own-shares";
import { revokeOwnShare } from "./revoke-share";

const passcode = "7K2M-9QXP-4T";
const payload = {
  version: 1 as const,
  notes: [{ text: "Asks for calls after six.", writtenAt: "2026-09-01T09:00:00.000Z" }],
};
const noMatch = { status: 404, body: { reason: "no_match" } };

// Sealing takes its 0.4 s on purpose: once for all tests.
let made: Awaited<ReturnType<typeof sealShare>>;
beforeAll(async () => {
  made = await sealShare(payload, passcode);
});

describeOnEveryEngine("Opening a share", (openTestDatabase) => {
  async function build() {
    return buildShareTest((await openTestDatabase()).db, made.sealed);
  }

  it("link and passcode open it, and what comes is what was sealed", async () => {
    const { share, open, deps, author } = await build();
    await share({ maxViews: 3 });
    const answer = await open({ device: "phone" });
    expect(answer).toMatchObject({
      status: 200,
      body: { viewsLeft: 2, expiresAt: "2026-09-08T12:00:00.000Z" },
    });
    if (answer.status !== 200) throw new Error("Not opened");
    const { encKey } = await deriveKeys(made.link.secret, "7k2m 9qxp 4t");
    expect(await openShare(made.link.id, encKey, answer.body)).toEqual(payload);
    const { rows } = await readOwnShares(deps, author, {});
    expect(rows).toMatchObject([
      {
        state: "active",
        views: 1,
        failures: 0,
        events: [{ kind: "opened", device: "phone", at: "2026-09-01T12:00:00.000Z" }],
      },
    ]);
  });

  it("one view means one: of 200 who open at the same moment exactly one sees it", async () => {
    const { share, open, deps } = await build();
    await share({ maxViews: 1 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => open()));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(
      answers.filter((answer) => answer.status === 410 && answer.body.reason === "used_up"),
    ).toHaveLength(199);
    const row = await deps.db.selectFrom("shares").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ views: 1, failures: 0 });
    expect(await deps.db.selectFrom("shareEvents").selectAll().execute()).toHaveLength(1);
  });

  it("an unknown id, a wrong link and a wrong passcode get one and the same answer", async () => {
    const { share, open } = await build();
    await share();
    const answers = [
      await open({ id: randomText(16) }),
      await open({ linkProof: randomText(32) }),
      await open({ authKey: randomText(32) }),
      await open({ id: randomText(16), linkProof: randomText(32), authKey: randomText(32) }),
    ];
    for (const answer of answers) expect(answer).toStrictEqual(noMatch);
  });

  it("who knows only the id can ask as often as they like: nobody is locked out", async () => {
    const { share, open, deps } = await build();
    await share({ maxViews: 1 });
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          open({
            linkProof: randomText(32),
            authKey: randomText(32),
            network: `198.51.${index % 5}.0/24`,
          }),
        ),
      );
      for (const answer of answers) expect(answer).toStrictEqual(noMatch);
    }
    const row = await deps.db.selectFrom("shares").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ views: 0, failures: 0 });
    expect(await deps.db.selectFrom("limits").selectAll().execute()).toEqual([]);
    expect(await open({ network: "198.51.0.0/24" })).toMatchObject({ status: 200 });
  });

  it("five wrong passcodes from one network pause it for half an hour, and nobody else", async () => {
    const { share, open, deps } = await build();
    await share();
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => open({ authKey: randomText(32) })),
    );
    expect(guesses.filter((answer) => answer.status === 404)).toHaveLength(5);
    expect(guesses.filter((answer) => answer.status === 429)).toHaveLength(35);
    const paused = {
      status: 429,
      body: { reason: "throttled", retryAfterSeconds: 1800 },
      headers: { "retry-after": "1800" },
    };
    expect(await open()).toStrictEqual(paused);
    expect(await open({ network: "192.0.2.0/24" })).toMatchObject({ status: 200 });
    deps.clock.advance(29 * 60_000);
    expect(await open()).toMatchObject({ status: 429, body: { retryAfterSeconds: 60 } });
    deps.clock.advance(60_000);
    expect(await open()).toMatchObject({ status: 200 });
  });

  it("however many guess from however many networks, 20 an hour and 100 in all are looked at", async () => {
    const { share, open, deps, author } = await build();
    await share({ expiresInDays: 30 });
    let evaluated = 0;
    for (let hour = 0; hour < 6; hour += 1) {
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          open({ authKey: randomText(32), network: `198.51.${(hour * 60 + index) % 200}.0/24` }),
        ),
      );
      const looked = answers.filter((answer) => answer.status === 404).length;
      expect(looked).toBe(hour < 5 ? 20 : 0);
      evaluated += looked;
      deps.clock.advance(61 * 60_000);
    }
    expect(evaluated).toBe(100);
    const locked = { status: 410, body: { reason: "too_many_failures" } };
    expect(await open()).toStrictEqual(locked);
    expect(await open({ authKey: randomText(32) })).toStrictEqual(locked);

    const { rows } = await readOwnShares(deps, author, {});
    expect(rows).toMatchObject([
      { state: "revoked", revokedBecause: "too_many_failures", failures: 100, views: 0 },
    ]);
    expect(rows[0]?.events[0]).toMatchObject({ kind: "revoked" });
    const audit = await deps.db.selectFrom("audit").select(["action", "actorId"]).execute();
    expect(audit).toContainEqual({ action: "share.revoked", actorId: null });
  });

  it("one network has 100 guesses a day over all shares, and a right passcode is no guess", async () => {
    const { open, share, deps } = await build();
    await share({ maxViews: 50 });
    for (let count = 0; count < 30; count += 1) await open();
    const points = await deps.db.selectFrom("limits").select("points").execute();
    expect(points.every((row) => row.points === 0)).toBe(true);
    await deps.db.updateTable("limits").set({ points: 100 }).execute();
    expect(await open()).toMatchObject({ status: 429 });
    expect(await open({ network: "192.0.2.0/24" })).toMatchObject({ status: 200 });
    deps.clock.advance(24 * 60 * 60_000);
    expect(await open()).toMatchObject({ status: 200 });
  });

  it("a lost answer may be asked for again for two minutes without counting", async () => {
    const { share, open, deps, author } = await build();
    const { id } = await share({ maxViews: 1 });
    const nonce = randomText(16);
    const first = await open({ nonce });
    expect(first).toMatchObject({ status: 200, body: { viewsLeft: 0 } });
    deps.clock.advance(2 * 60_000);
    expect(await open({ nonce })).toEqual(first);
    expect(await open()).toMatchObject({ status: 410, body: { reason: "used_up" } });
    expect(await open({ nonce, authKey: randomText(32) })).toStrictEqual(noMatch);
    deps.clock.advance(1);
    expect(await open({ nonce })).toMatchObject({ status: 410, body: { reason: "used_up" } });
    deps.clock.advance(-60_000);
    await revokeOwnShare(deps, author, { shareId: id, reason: "owner" });
    expect(await open({ nonce })).toMatchObject({ status: 410, body: { reason: "revoked" } });
  });

  it("the same nonce sent many times at once is one view", async () => {
    const { share, open, deps } = await build();
    await share({ maxViews: 5 });
    const nonce = randomText(16);
    const answers = await Promise.all(Array.from({ length: 20 }, () => open({ nonce })));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200 });
    expect(await deps.db.selectFrom("shares").select("views").execute()).toEqual([{ views: 1 }]);
  });

  it("with the right passcode an ended share says why; with a wrong one nothing", async () => {
    for (const [end, reason] of [
      ["owner", "revoked"],
      ["reissued", "reissued"],
    ] as const) {
      const { share, open, deps, author } = await build();
      const { id } = await share();
      await revokeOwnShare(deps, author, { shareId: id, reason: end });
      expect(await open()).toStrictEqual({ status: 410, body: { reason } });
      expect(await open({ authKey: randomText(32) })).toStrictEqual(noMatch);
    }
    const { share, open, deps } = await build();
    await share({ expiresInDays: 1 });
    deps.clock.advance(24 * 60 * 60_000 - 1);
    expect(await open()).toMatchObject({ status: 200 });
    deps.clock.advance(1);
    expect(await open()).toStrictEqual({ status: 410, body: { reason: "expired" } });
    expect(await open({ authKey: randomText(32) })).toStrictEqual(noMatch);
  });

  it("a clock that is set back gives no view back and makes no old nonce good", async () => {
    const { share, open, deps } = await build();
    await share({ maxViews: 1 });
    const nonce = randomText(16);
    expect(await open({ nonce })).toMatchObject({ status: 200 });
    deps.clock.advance(-24 * 60 * 60_000);
    expect(await open({ nonce })).toMatchObject({ status: 410, body: { reason: "used_up" } });
    expect(await open()).toMatchObject({ status: 410, body: { reason: "used_up" } });
  });

  it("whatever else is sent is refused before a row is read", async () => {
    const { share, deps, open } = await build();
    await share();
    const ask = (body: unknown) =>
      openShareEndpoint(deps, { body, network: "203.0.113.0/24", requestId: "test" });
    const values = fc.oneof(fc.anything(), fc.array(fc.anything()), fc.object());
    await fc.assert(
      fc.asyncProperty(values, async (body) => {
        expect(await ask(body)).toStrictEqual({ status: 400, body: { reason: "malformed" } });
      }),
      { numRuns: 50 },
    );
    expect(await open({ passcode })).toMatchObject({ status: 400 });
    expect(await open({ nonce: undefined })).toMatchObject({ status: 400 });
    expect(await open({ device: "a long story" })).toMatchObject({ status: 400 });
    expect(await deps.db.selectFrom("shares").select("failures").execute()).toEqual([
      { failures: 0 },
    ]);
  });
});
