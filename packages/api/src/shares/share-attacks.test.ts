// What somebody tries who has a stolen database in hand, or the server's clock. Guesses, junk, openings at the
// same moment and repeated nonces stand beside the address that they are sent to; `pnpm bench openings` tries
// them at their full length.
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { encodeBase64url } from "@studydesk/sealing/base64url";
import { expandKeys, type ShareKeys } from "@studydesk/sealing/derive-keys";
import { openShare, ShareUnreadableError } from "@studydesk/sealing/open";
import { encryptContent } from "@studydesk/sealing/share-cipher";
import { encodeSharePayload } from "@studydesk/sealing/share-payload";
import { expect, it } from "vitest";
import { buildShareTest, memoForTest, randomText } from "../testing/build-share";
import { createShare } from "./create-share";
import { digestOf } from "./share-digests";

const day = 24 * 60 * 60_000;
const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** With the nonce of every other one, so that nothing but the keys and the share's id keeps two apart. */
const iv = bytes(12);

/** Keys as after the passcode was stretched; the stretching itself is no matter here. */
async function sealQuickly(text: string, keys?: ShareKeys) {
  const { linkProof, authKey, encKey } = keys ?? (await expandKeys(bytes(32), bytes(32)));
  const id = bytes(16);
  const note = { text, writtenAt: "2026-09-01T09:00:00.000Z" };
  const content = encodeSharePayload({ version: 1, notes: [note] });
  const ciphertext = encodeBase64url(await encryptContent(content, id, encKey, iv));
  return {
    sealed: { id: encodeBase64url(id), linkProof, authKey, iv: encodeBase64url(iv), ciphertext },
    keys: { linkProof, authKey, encKey },
  };
}

describeOnEveryEngine("Attacks on shares", (openTestDatabase) => {
  it("sealed content that was swapped between two rows opens as neither, even under one key", async () => {
    const one = await sealQuickly("Asks for mornings.");
    for (const other of [
      await sealQuickly("Asks for evenings."),
      await sealQuickly("Asks for noon.", one.keys),
    ]) {
      const { db } = await openTestDatabase();
      const { share, open, deps, author, leadId } = await buildShareTest(db, one.sealed);
      await share();
      await createShare(deps, author, {
        ...{ ...other.sealed, home: { leadId }, memo: memoForTest },
        ...{ expiresInDays: 7, maxViews: 5, takesReplies: false },
      });
      const read = async ({ sealed: { id, linkProof, authKey }, keys }: typeof one) => {
        const answer = await open({ id, linkProof, authKey });
        if (answer.status !== 200) throw new Error(`Answered ${answer.status}`);
        return openShare(id, keys.encKey, answer.body);
      };
      expect(await read(one)).toMatchObject({ notes: [{ text: "Asks for mornings." }] });
      for (const [into, from] of [
        [one, other],
        [other, one],
      ] as const) {
        const { ciphertext } = from.sealed;
        await db
          .updateTable("shares")
          .set({ ciphertext })
          .where("idSha256", "=", digestOf(into.sealed.id))
          .execute();
      }
      await expect(read(one)).rejects.toBeInstanceOf(ShareUnreadableError);
      await expect(read(other)).rejects.toBeInstanceOf(ShareUnreadableError);
    }
  });

  it("a clock that jumps a day ahead ends nothing but what is over, and gives no guess back", async () => {
    const { sealed } = await sealQuickly("Asks for mornings.");
    const { share, open, deps } = await buildShareTest((await openTestDatabase()).db, sealed);
    const { id } = await share({ expiresInDays: 1, maxViews: 2 });
    const guess = () => open({ authKey: randomText(32) });
    for (let count = 0; count < 5; count += 1) await guess();
    expect(await guess()).toMatchObject({ status: 429 });
    deps.clock.advance(day);
    expect(await open()).toStrictEqual({ status: 410, body: { reason: "expired" } });
    expect(await guess()).toMatchObject({ status: 404 });
    deps.clock.advance(-day);
    // Put right again, it opens for as long and as often as before; what was tried stays counted.
    expect(await open({ network: "192.0.2.0/24" })).toMatchObject({
      ...{ status: 200, body: { viewsLeft: 1, expiresAt: "2026-09-02T12:00:00.000Z" } },
    });
    const row = await deps.db
      .selectFrom("shares")
      .select(["failures", "views", "revokedAt"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ failures: 6, views: 1, revokedAt: null });
  });

  it("a clock that falls back a day ends no pause early, and gives back no view and no guess", async () => {
    const { sealed } = await sealQuickly("Asks for mornings.");
    const { share, open, deps } = await buildShareTest((await openTestDatabase()).db, sealed);
    await share({ maxViews: 1 });
    expect(await open()).toMatchObject({ status: 200 });
    const guess = () => open({ authKey: randomText(32) });
    for (let count = 0; count < 5; count += 1) await guess();
    deps.clock.advance(-day);
    expect(await guess()).toMatchObject({ status: 429 });
    expect(await open({ network: "192.0.2.0/24" })).toStrictEqual({
      ...{ status: 410, body: { reason: "used_up" } },
    });
    expect(await deps.db.selectFrom("shares").select(["failures", "views"]).execute()).toEqual([
      { failures: 5, views: 1 },
    ]);
  });
});
