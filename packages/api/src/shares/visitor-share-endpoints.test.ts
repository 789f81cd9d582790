import { deleteVisitorShares } from "@studydesk/db/shares/visitor-share-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { buildShareTest, randomText } from "../testing/build-share";
import { openShareEndpoint } from "./open-share-endpoint";
import { readOwnShares } from "./read-own-shares";
import {
  makeVisitorShare,
  readVisitorShare,
  revokeVisitorShare,
  visitorSharesInAll,
  visitorSharesPerNetwork,
} from "./visitor-share-endpoints";

const network = "203.0.113.0/24";
const noMatch = { status: 404, body: { reason: "no_match" } };

function sealedForTest() {
  return {
    id: randomText(16),
    linkProof: randomText(32),
    authKey: randomText(32),
    iv: randomText(12),
    ciphertext: randomText(16 + 1024),
    revokeKey: randomText(32),
    expiresInDays: 7,
    maxViews: 5,
  };
}

describeOnEveryEngine("A share of a visitor", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const body = sealedForTest();
    const { id, linkProof, authKey, revokeKey } = body;
    return {
      db,
      deps,
      body,
      key: { id, revokeKey },
      make: (change: object = {}, from = network) =>
        makeVisitorShare(deps, { body: { ...body, ...change }, network: from }),
      open: (change: object = {}) =>
        openShareEndpoint(deps, {
          body: { id, linkProof, authKey, nonce: randomText(16), ...change },
          network,
          requestId: "test",
        }),
    };
  }

  it("opens like any other, and its maker sees how often", async () => {
    const { deps, make, open, body, key } = await build();
    const fresh = {
      state: "active",
      views: 0,
      maxViews: 5,
      failures: 0,
      expiresAt: "2026-09-08T12:00:00.000Z",
      lastOpenedAt: null,
    };
    expect(await make()).toEqual({ status: 200, body: fresh });
    expect(await open()).toMatchObject({
      status: 200,
      body: { iv: body.iv, ciphertext: body.ciphertext, viewsLeft: 4 },
    });
    deps.clock.advance(60_000);
    await open({ authKey: randomText(32) });
    expect(await readVisitorShare(deps, key)).toEqual({
      status: 200,
      body: { ...fresh, views: 1, failures: 1, lastOpenedAt: "2026-09-01T12:00:00.000Z" },
    });
  });

  it("taken back, it never opens again, and what it held is gone", async () => {
    const { db, deps, make, open, key } = await build();
    await make();
    for (const _twice of [1, 2]) {
      expect(await revokeVisitorShare(deps, key)).toMatchObject({
        status: 200,
        body: { state: "revoked" },
      });
    }
    expect(await open()).toEqual({ status: 410, body: { reason: "revoked" } });
    expect(await db.selectFrom("shares").select("ciphertext").execute()).toEqual([
      { ciphertext: "" },
    ]);
    const events = await db.selectFrom("shareEvents").select("kind").execute();
    expect(events).toEqual([{ kind: "revoked" }]);
  });

  it("an unknown id and a wrong key get one and the same answer, and change nothing", async () => {
    const { deps, make, key } = await build();
    await make();
    for (const act of [readVisitorShare, revokeVisitorShare]) {
      expect(await act(deps, { ...key, id: randomText(16) })).toStrictEqual(noMatch);
      expect(await act(deps, { ...key, revokeKey: randomText(32) })).toStrictEqual(noMatch);
    }
    expect(await readVisitorShare(deps, key)).toMatchObject({ body: { state: "active" } });
  });

  it("a share of the team answers to no revoke key", async () => {
    const { db } = await openTestDatabase();
    const { revokeKey: _none, expiresInDays: _days, maxViews: _views, ...sealed } = sealedForTest();
    const { share, deps, open } = await buildShareTest(db, sealed);
    await share();
    for (const revokeKey of [randomText(32), sealed.authKey, "A".repeat(43)]) {
      const key = { id: sealed.id, revokeKey };
      expect(await readVisitorShare(deps, key)).toStrictEqual(noMatch);
      expect(await revokeVisitorShare(deps, key)).toStrictEqual(noMatch);
    }
    const again = { ...sealedForTest(), id: sealed.id };
    expect(await makeVisitorShare(deps, { body: again, network })).toMatchObject({ status: 404 });
    expect(await open()).toMatchObject({ status: 200 });
  });

  it("sent again after its answer was lost, it is kept once and counted once", async () => {
    const { db, make } = await build();
    const answers = await Promise.all([make(), make(), make()]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200 });
    expect(await make()).toEqual(answers[0]);
    expect(await make({ revokeKey: randomText(32) })).toEqual({
      status: 409,
      body: { reason: "id_taken" },
    });
    expect(await db.selectFrom("shares").select("id").execute()).toHaveLength(1);
  });

  it("ten an hour from one network, and so many a day from all", async () => {
    const { db, deps, make } = await build();
    const another = () => make({ id: randomText(16) });
    for (let n = 0; n < visitorSharesPerNetwork.most; n += 1) {
      expect(await another()).toMatchObject({ status: 200 });
    }
    expect(await another()).toEqual({
      status: 429,
      body: { reason: "throttled", retryAfterSeconds: 3600 },
    });
    expect(await make({ id: randomText(16) }, "192.0.2.0/24")).toMatchObject({ status: 200 });
    deps.clock.advance(61 * 60_000);
    expect(await another()).toMatchObject({ status: 200 });
    await db.updateTable("limits").set({ points: visitorSharesInAll.most }).execute();
    expect(await make({ id: randomText(16) }, "198.51.100.0/24")).toMatchObject({ status: 429 });
  });

  it("lasts a week and opens five times at most; anything else that is sent is refused", async () => {
    const { db, make } = await build();
    for (const change of [
      { expiresInDays: 8 },
      { expiresInDays: 0 },
      { maxViews: 6 },
      { maxViews: 0 },
      { revokeKey: randomText(31) },
      { leadId: 1 },
      { ownerId: "x" },
      { ciphertext: randomText(16 + 33 * 1024) },
    ]) {
      expect(await make(change), JSON.stringify(change).slice(0, 60)).toEqual({
        status: 400,
        body: { reason: "malformed" },
      });
    }
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        const deps = buildDeps(db);
        expect((await makeVisitorShare(deps, { body, network })).status).toBe(400);
        expect((await readVisitorShare(deps, body)).status).toBe(400);
        expect((await revokeVisitorShare(deps, body)).status).toBe(400);
      }),
      { numRuns: 50 },
    );
    expect(await db.selectFrom("shares").select("id").execute()).toEqual([]);
    expect(await db.selectFrom("limits").select("key").execute()).toEqual([]);
  });

  it("the team sees none of it: no list, no event, no audit row, no digest of a lead", async () => {
    const { db, deps, make, open, key } = await build();
    const site = await buildSite(db);
    const admin = await buildPerson(db, { role: "admin", siteId: site.id, isOwner: true });
    await buildLead(db, { siteId: site.id });
    await make();
    await open();
    for (let n = 0; n < 3; n += 1) await open({ authKey: randomText(32) });
    await revokeVisitorShare(deps, key);
    expect(await readOwnShares(deps, admin, {})).toEqual({ rows: [], nextCursor: null });
    expect(await db.selectFrom("events").selectAll().execute()).toEqual([]);
    expect(await db.selectFrom("audit").selectAll().execute()).toEqual([]);
  });

  it("goes for good a week after it ended, and no share of the team goes with it", async () => {
    const { db } = await openTestDatabase();
    const { revokeKey: _none, expiresInDays: _days, maxViews: _views, ...sealed } = sealedForTest();
    const { share, deps } = await buildShareTest(db, sealed);
    await share({ expiresInDays: 1 });
    const old = sealedForTest();
    const young = sealedForTest();
    await makeVisitorShare(deps, { body: { ...old, expiresInDays: 1 }, network });
    await makeVisitorShare(deps, { body: young, network });
    const { id, linkProof, authKey } = old;
    const opening = { id, linkProof, authKey, nonce: randomText(16) };
    await openShareEndpoint(deps, { body: opening, network, requestId: "test" });

    await deleteVisitorShares(db, "2026-09-03T00:00:00.000Z");

    expect(await readVisitorShare(deps, { id: old.id, revokeKey: old.revokeKey })).toStrictEqual(
      noMatch,
    );
    expect(
      await readVisitorShare(deps, { id: young.id, revokeKey: young.revokeKey }),
    ).toMatchObject({ status: 200 });
    expect(await db.selectFrom("shares").select("leadId").orderBy("id").execute()).toEqual([
      { leadId: 1 },
      { leadId: null },
    ]);
  });
});
