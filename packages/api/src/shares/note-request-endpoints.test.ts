import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { findLead } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { openRequest, proveRequestLink, sealRequest } from "@studydesk/sealing/note-request";
import { openReply } from "@studydesk/sealing/open-reply";
import { makeReplyKey } from "@studydesk/sealing/reply-key";
import { sealReply } from "@studydesk/sealing/seal-reply";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { publicKeyForTest, sealedReplyForTest, sealedRequestForTest } from "../testing/build-reply";
import { buildShareTest, randomText, sealedForTest } from "../testing/build-share";
import { solveFormChallenge } from "../testing/solve-form-challenge";
import { lookAtRequest, sendNote } from "./note-request-endpoints";

const noMatch = { status: 404, body: { reason: "no_match" } };
const malformed = { status: 400, body: { reason: "malformed" } };
const refusedProof = { status: 400, body: { reason: "proof" } };
const dayMs = 24 * 60 * 60_000;

describeOnEveryEngine("A request for a note", (openTestDatabase) => {
  async function build(settings: { maxNotes?: number; expiresInDays?: number } = {}) {
    const { db } = await openTestDatabase();
    const world = await buildShareTest(db, sealedForTest());
    const { deps, author, leadId } = world;
    const asAuthor = buildCaller(deps, author);
    const own = await makeReplyKey();
    const { publicKeys } = await asAuthor.shares.registerReplyKey({
      publicKey: own.publicKey,
      browser: "Firefox on Linux",
    });
    const made = await sealRequest(publicKeys, { text: "What was found?", from: "Kim Example" });
    const label = "Dr. Heliotrope";
    const home = { leadId };
    const view = await asAuthor.shares.createRequest({ ...made.sealed, home, label, ...settings });
    const { id, linkProof } = made.sealed;
    return {
      ...world,
      ...{ db, asAuthor, own, made, view },
      look: (change: object = {}) => lookAtRequest(deps, { id, linkProof, ...change }),
      send: async ({
        network = "203.0.113.0/24",
        ...change
      }: { network?: string } & Record<string, unknown> = {}) => {
        const proof = await solveFormChallenge(deps);
        const nonce = randomText(16);
        const sealed = sealedReplyForTest();
        return sendNote(deps, {
          body: { id, linkProof, nonce, sealed, proof, ...change },
          network,
        });
      },
      count: async () => (await db.selectFrom("receivedNotes").select("id").execute()).length,
    };
  }

  it("is read by who has the link, and answered to its owner's browser alone", async () => {
    const { look, send, made, own, asAuthor, leadId, db, view } = await build();
    expect(await proveRequestLink(made.link)).toBe(made.sealed.linkProof);
    const looked = await look();
    if (looked.status !== 200) throw new Error("Not looked at");
    expect(looked.body.notesLeft).toBe(3);
    expect(await openRequest(made.link, looked.body)).toMatchObject({
      ok: true,
      content: { text: "What was found?", from: "Kim Example" },
    });
    const { publicKeys } = looked.body;
    const content = { text: "Nothing at noon.", from: "Dr. Lantern" };
    const sealed = await sealReply({ kind: "request", id: made.link.id, publicKeys }, content);
    expect(await send({ sealed })).toEqual({
      status: 200,
      body: { received: true, notesLeft: 2 },
    });

    const { rows } = await asAuthor.shares.received({});
    expect(rows).toMatchObject([
      { from: "request", sourceId: view.id, label: "Dr. Heliotrope", home: { leadId } },
    ]);
    const target = { kind: "request", idSha256: rows[0]?.idSha256 ?? "" } as const;
    expect(await openReply(target, own, rows[0]?.sealed ?? "")).toEqual({ ok: true, content });
    const kept = { receivedId: rows[0]?.id ?? 0, body: content.text };
    expect(await asAuthor.notes.keepReceived(kept)).toMatchObject({ origin: "request" });
    const everything = await readEverything(db);
    expect(everything).not.toMatch(/What was found|Kim Example|Heliotrope|Lantern|at noon/);
    for (const secret of [made.link.id, made.link.secret, made.sealed.linkProof]) {
      expect(everything).not.toContain(secret);
    }
  });

  it("an unknown id and a wrong link get one and the same answer, and change nothing", async () => {
    const { look, send, count, db } = await build();
    for (const change of [{ id: randomText(16) }, { linkProof: randomText(32) }]) {
      expect(await look(change)).toStrictEqual(noMatch);
      expect(await send(change)).toStrictEqual(noMatch);
    }
    expect(await count()).toBe(0);
    expect(await db.selectFrom("limits").select("key").execute()).toEqual([]);
  });

  it("takes as many notes as its owner said, however many send at once", async () => {
    const { look, send, count, asAuthor } = await build({ maxNotes: 2 });
    const networks = ["a", "b", "c", "d"];
    const answers = await Promise.all(networks.map((network) => send({ network })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 410, 410]);
    expect(await count()).toBe(2);
    const enough = { status: 410, body: { reason: "enough" } };
    expect(await look()).toEqual(enough);
    expect((await asAuthor.shares.requests({})).rows).toMatchObject([
      { state: "enough", received: 2, maxNotes: 2, label: "Dr. Heliotrope" },
    ]);
  });

  it("takes nothing without a sum that was done for it, and each sum once", async () => {
    const { send, count, deps } = await build();
    const proof = await solveFormChallenge(deps);
    for (const bad of ["", "{}", proof.replace(/"derivedKey":"\w\w/, '"derivedKey":"zz')]) {
      expect(await send({ proof: bad })).toEqual(refusedProof);
    }
    const nonce = randomText(16);
    expect((await send({ proof, nonce })).status).toBe(200);
    // The answer was lost: the same again is the same note.
    expect((await send({ proof, nonce })).status).toBe(200);
    expect(await send({ proof })).toEqual(refusedProof);
    expect(await count()).toBe(1);
  });

  it("takes five notes an hour from one network, and twenty a day in all", async () => {
    const { send, deps, db } = await build({ maxNotes: 10 });
    for (let n = 0; n < 5; n += 1) expect((await send()).status).toBe(200);
    expect(await send()).toEqual({
      status: 429,
      body: { reason: "throttled", retryAfterSeconds: 3600 },
    });
    expect((await send({ network: "192.0.2.0/24" })).status).toBe(200);
    deps.clock.advance(61 * 60_000);
    await db
      .updateTable("limits")
      .set({ points: 20 })
      .where("key", "like", "sent-notes-request:%")
      .execute();
    expect((await send({ network: "198.51.100.0/24" })).status).toBe(429);
  });

  it("ends when its owner ends it and when its time is over; what came stays", async () => {
    const { look, send, count, asAuthor, view } = await build();
    await send();
    for (const _twice of [1, 2]) {
      const revoked = await asAuthor.shares.revokeRequest({ requestId: view.id });
      expect(revoked).toMatchObject({ state: "revoked", revokedBecause: "owner" });
    }
    const ended = { status: 410, body: { reason: "revoked" } };
    expect([await look(), await send()]).toEqual([ended, ended]);
    expect(await count()).toBe(1);
    const other = await build({ expiresInDays: 1 });
    other.deps.clock.advance(dayMs);
    expect(await other.look()).toEqual({ status: 410, body: { reason: "expired" } });
    expect(await other.send()).toEqual({ status: 410, body: { reason: "expired" } });
  });

  it("goes with the person it was about, and takes nothing about them any more", async () => {
    const { look, send, count, db, deps, siteId, leadId } = await build();
    await send();
    const lead = await findLead(db, [siteId], leadId);
    if (!lead) throw new Error("No lead");
    await inTransaction(db, (trx) => eraseIdentity(trx, lead, deps.now().toISOString()));
    expect(await count()).toBe(0);
    expect([(await look()).status, (await send()).status]).toEqual([410, 410]);
    expect(await count()).toBe(0);
  });

  it("of more than 8 kB, or of any other shape, nothing is taken", async () => {
    const { send, deps, count } = await build();
    for (const change of [
      { sealed: sealedReplyForTest(9) },
      { sealed: randomText(1040) },
      { nonce: "x" },
      { proof: "x".repeat(4001) },
      { authKey: randomText(32) },
    ]) {
      expect(await send(change)).toEqual(malformed);
    }
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        expect(await lookAtRequest(deps, body)).toEqual(malformed);
        expect(await sendNote(deps, { body, network: "192.0.2.0/24" })).toEqual(malformed);
      }),
      { numRuns: 30 },
    );
    expect(await count()).toBe(0);
  });

  it("names its owner's own browsers, and no address that another request has", async () => {
    const { asAuthor, deps, siteId, db, made, leadId, view } = await build();
    const home = { leadId };
    const foreign = sealedRequestForTest([publicKeyForTest()]);
    await expect(asAuthor.shares.createRequest({ ...foreign, home })).rejects.toMatchObject({
      cause: { reason: "unknown_key" },
    });
    // Its answer was lost: the same again is the same request.
    expect(await asAuthor.shares.createRequest({ ...made.sealed, home })).toMatchObject({
      id: view.id,
    });
    const other = await buildPerson(db, { role: "coordinator", siteId });
    const asOther = buildCaller(deps, other);
    const taken = { cause: { reason: "key_taken" } };
    const [publicKey = ""] = made.sealed.publicKeys;
    await expect(
      asOther.shares.registerReplyKey({ publicKey, browser: "Firefox" }),
    ).rejects.toMatchObject(taken);
    const { publicKeys } = await asOther.shares.registerReplyKey({
      publicKey: publicKeyForTest(),
      browser: "Firefox",
    });
    const again = { ...sealedRequestForTest(publicKeys), id: made.sealed.id, home };
    await expect(asOther.shares.createRequest(again)).rejects.toMatchObject({
      cause: { reason: "id_taken" },
    });
    expect((await asOther.shares.requests({})).rows).toEqual([]);
  });

  it("counts the eight browsers that were used last", async () => {
    const { asAuthor, deps, own } = await build();
    const register = (publicKey: string) => {
      deps.clock.advance(1000);
      return asAuthor.shares.registerReplyKey({ publicKey, browser: "Firefox" });
    };
    const keys = Array.from({ length: 8 }, publicKeyForTest);
    for (const key of keys.slice(0, 7)) await register(key);
    const { publicKeys: eight } = await register(own.publicKey);
    expect(eight).toEqual([own.publicKey, ...keys.slice(0, 7).toReversed()]);
    const { publicKeys } = await register(keys[7] ?? "");
    expect(publicKeys).toHaveLength(8);
    expect(publicKeys).not.toContain(keys[0]);
  });

  it("counts eight also when many tell of themselves at once", async () => {
    const { asAuthor } = await build();
    const register = () =>
      asAuthor.shares.registerReplyKey({ publicKey: publicKeyForTest(), browser: "Firefox" });
    const kept = await Promise.all(Array.from({ length: 20 }, register));
    expect(kept.at(-1)?.publicKeys).toHaveLength(8);
    expect((await register()).publicKeys).toHaveLength(8);
  });

  it("an admin of the site sees that it is there, no word of it, and ends it", async () => {
    const { db, deps, view, asAuthor, siteId, leadId, look } = await build();
    const admin = buildCaller(deps, await buildPerson(db, { role: "admin", siteId })).shares;
    const elsewhere = await buildSite(db);
    const stranger = await buildPerson(db, { role: "admin", siteId: elsewhere.id });
    const others = buildCaller(deps, stranger).shares;
    const { rows } = await admin.requestsAtSites({});
    expect(rows).toStrictEqual([
      {
        ...{ id: view.id, ownerName: "Robin Example", home: { leadId }, homeTitle: "Amara Voss" },
        ...{ siteName: "Springfield General", state: "active", maxNotes: 3, received: 0 },
        ...{ createdAt: view.createdAt, expiresAt: view.expiresAt },
        ...{ revokedAt: null, revokedBecause: null },
      },
    ]);
    expect(await others.requestsAtSites({})).toEqual({ rows: [], nextCursor: null });
    const asked = { requestId: view.id };
    await expect(others.revokeRequestAtSite(asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const ended = await admin.revokeRequestAtSite(asked);
    expect(ended).toMatchObject({ state: "revoked", revokedBecause: "admin" });
    expect(await admin.revokeRequestAtSite(asked)).toEqual(ended);
    expect(await look()).toEqual({ status: 410, body: { reason: "revoked" } });
    const own = await asAuthor.shares.requests({ leadId });
    expect(own.rows).toMatchObject([{ revokedBecause: "admin", label: "Dr. Heliotrope" }]);
    expect((await asAuthor.shares.requests({ leadId: leadId + 1 })).rows).toEqual([]);
  });
});
