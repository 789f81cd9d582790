import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { findLead } from "@studydesk/db/leads/lead-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { mostReplies } from "@studydesk/domain/shares/reply-answer";
import { openReply } from "@studydesk/sealing/open-reply";
import { makeReplyKey } from "@studydesk/sealing/reply-key";
import { sealReply } from "@studydesk/sealing/seal-reply";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { sealedReplyForTest } from "../testing/build-reply";
import { buildShareTest, memoForTest, randomText, sealedForTest } from "../testing/build-share";
import { replyToShare } from "./reply-to-share";

const noMatch = { status: 404, body: { reason: "no_match" } };
const received = { status: 200, body: { received: true } };
const hourMs = 60 * 60_000;

describeOnEveryEngine("A reply to a share", (openTestDatabase) => {
  async function build(settings: { takesReplies?: boolean; maxViews?: number } = {}) {
    const { db } = await openTestDatabase();
    const sealed = sealedForTest();
    const world = await buildShareTest(db, sealed);
    const { deps, author } = world;
    const memo = { ...memoForTest, label: "For the GP" };
    const { id, linkProof, authKey } = sealed;
    const view = await world.share({ takesReplies: true, memo, ...settings });
    return {
      ...world,
      ...{ db, sealed, view },
      asAuthor: buildCaller(deps, author),
      reply: ({
        network = "203.0.113.0/24",
        ...change
      }: { network?: string } & Record<string, unknown> = {}) =>
        replyToShare(deps, {
          body: {
            ...{ id, linkProof, authKey, nonce: randomText(16), sealed: sealedReplyForTest() },
            ...change,
          },
          network,
        }),
      count: async () => (await db.selectFrom("receivedNotes").select("id").execute()).length,
    };
  }

  it("opens in its author's browser alone, becomes a note of theirs, and is gone where it lay", async () => {
    const { db, deps, asAuthor, sealed, reply, leadId, author } = await build();
    const own = await makeReplyKey();
    const content = { text: "Saturday suits the heliotrope.", from: "Wren Lantern" };
    const publicKeys = [own.publicKey];
    const text = await sealReply({ kind: "share", id: sealed.id, publicKeys }, content);
    expect(await reply({ sealed: text })).toEqual(received);
    expect(await readEverything(db)).not.toMatch(/heliotrope|Wren/);

    const { rows } = await asAuthor.shares.received({});
    expect(rows).toMatchObject([{ home: { leadId }, from: "share", label: "For the GP" }]);
    expect(await asAuthor.shares.receivedCount()).toEqual({ count: 1 });
    expect((await asAuthor.shares.received({ leadId })).rows).toEqual(rows);
    expect((await asAuthor.shares.received({ leadId: leadId + 1 })).rows).toEqual([]);
    const [{ id: receivedId, idSha256 } = { id: 0, idSha256: "" }] = rows;
    const opened = await openReply({ kind: "share", idSha256 }, own, rows[0]?.sealed ?? "");
    expect(opened).toEqual({ ok: true, content });

    const note = await asAuthor.notes.keepReceived({ receivedId, body: content.text });
    expect(note).toMatchObject({ body: content.text, origin: "reply", home: { leadId } });
    expect(await asAuthor.notes.list({ leadId })).toMatchObject([{ id: note.id }]);
    expect((await asAuthor.shares.received({})).rows).toEqual([]);
    await expect(
      asAuthor.notes.keepReceived({ receivedId, body: content.text }),
    ).rejects.toMatchObject({ cause: { code: "not_found" } });
    expect(await asAuthor.notes.list({ leadId })).toHaveLength(1);
    expect(await readEverything(db)).not.toMatch(/heliotrope|Wren Lantern/);
    const asGone = buildCaller(deps, { ...author, roles: [] });
    expect((await asGone.shares.received({})).rows).toEqual([]);
  });

  it("an unknown id, a wrong link and a wrong passcode get one and the same answer", async () => {
    const { reply, count } = await build();
    expect(await reply({ id: randomText(16) })).toStrictEqual(noMatch);
    expect(await reply({ linkProof: randomText(32) })).toStrictEqual(noMatch);
    expect(await reply({ authKey: randomText(32) })).toStrictEqual(noMatch);
    expect(await count()).toBe(0);
  });

  it("is no other way to guess: wrong passcodes count as those of opening do", async () => {
    const { reply, open, db, count } = await build();
    for (let n = 0; n < 3; n += 1) await reply({ authKey: randomText(32) });
    for (let n = 0; n < 2; n += 1) await open({ authKey: randomText(32) });
    expect((await reply({ authKey: randomText(32) })).status).toBe(429);
    expect((await reply()).status).toBe(429);
    expect((await open()).status).toBe(429);
    const { failures } = await db.selectFrom("shares").select("failures").executeTakeFirstOrThrow();
    expect(failures).toBe(5);
    expect(await count()).toBe(0);
    // From another network the recipient still answers.
    expect(await reply({ network: "192.0.2.0/24" })).toEqual(received);
  });

  it("sent again after its answer was lost is one reply, also when it was kept meanwhile", async () => {
    const { reply, asAuthor, count } = await build();
    const nonce = randomText(16);
    const answers = await Promise.all([reply({ nonce }), reply({ nonce }), reply({ nonce })]);
    expect(answers).toEqual([received, received, received]);
    expect(await count()).toBe(1);
    const [first] = (await asAuthor.shares.received({})).rows;
    await asAuthor.notes.keepReceived({ receivedId: first?.id ?? 0, body: "Kept." });
    expect(await reply({ nonce })).toEqual(received);
    expect(await count()).toBe(0);
  });

  it("comes five times at most, however many ask at once", async () => {
    const { reply, count } = await build();
    const answers = await Promise.all(Array.from({ length: 12 }, () => reply()));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(mostReplies);
    expect(await count()).toBe(mostReplies);
    expect(await reply()).toEqual({ status: 410, body: { reason: "enough" } });
  });

  it("is taken for a day after the last view, and by no share that takes none", async () => {
    const { reply, open, deps } = await build({ maxViews: 1 });
    expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(410);
    expect(await reply()).toEqual(received);
    deps.clock.advance(24 * hourMs);
    expect(await reply()).toEqual({ status: 410, body: { reason: "used_up" } });
    const silent = await build({ takesReplies: false });
    expect(await silent.reply()).toEqual({ status: 410, body: { reason: "no_replies" } });
    expect(await silent.count()).toBe(0);
  });

  it("finds no share that was revoked or has expired", async () => {
    const { reply, asAuthor, view } = await build();
    await asAuthor.shares.revoke({ shareId: view.id });
    expect(await reply()).toEqual({ status: 410, body: { reason: "revoked" } });
    const other = await build();
    other.deps.clock.advance(7 * 24 * hourMs);
    expect(await other.reply()).toEqual({ status: 410, body: { reason: "expired" } });
    expect(await other.count()).toBe(0);
  });

  it("goes with the person it was about, and comes about them no more", async () => {
    const { reply, deps, siteId, leadId, count, db } = await build();
    await reply();
    const lead = await findLead(db, [siteId], leadId);
    if (!lead) throw new Error("No lead");
    await inTransaction(db, (trx) => eraseIdentity(trx, lead, deps.now().toISOString()));
    expect(await count()).toBe(0);
    expect((await reply()).status).toBe(410);
    expect(await count()).toBe(0);
  });

  it("of more than 8 kB, or of any other shape, is refused before anything is looked at", async () => {
    const { reply, count, deps, db } = await build();
    const malformed = { status: 400, body: { reason: "malformed" } };
    for (const change of [
      { sealed: sealedReplyForTest(9) },
      { sealed: sealedReplyForTest(8).slice(0, -1) },
      { sealed: randomText(1040) },
      { sealed: "" },
      { nonce: randomText(15) },
      { leadId: 1 },
    ]) {
      expect(await reply(change)).toEqual(malformed);
    }
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (body) => {
        expect(await replyToShare(deps, { body, network: "192.0.2.0/24" })).toEqual(malformed);
      }),
      { numRuns: 30 },
    );
    expect(await count()).toBe(0);
    expect(await db.selectFrom("limits").select("key").execute()).toEqual([]);
    expect(await reply({ sealed: sealedReplyForTest(8) })).toEqual(received);
  });

  it("is told of by number alone: the audit and the events hold no word and no nonce", async () => {
    const { reply, db, view } = await build();
    const nonce = randomText(16);
    await reply({ nonce });
    const audit = await db.selectFrom("audit").selectAll().orderBy("sequence").execute();
    expect(audit.at(-1)).toMatchObject({
      action: "share.replied",
      subjectId: String(view.id),
      actorId: null,
      details: JSON.stringify({ replies: 1 }),
    });
    expect(await readEverything(db)).not.toContain(nonce);
  });
});
