import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { findReplyRecipients, openReply } from "./open-reply";
import type { ReplyTarget } from "./reply-cipher";
import { maxReplyBytes, ReplyTooLargeError, sizeOfReply } from "./reply-content";
import { isReplyPublicKey, makeReplyKey, maxReplyKeys, type ReplyKey, sha256 } from "./reply-key";
import { sealReply } from "./seal-reply";

const random = (length: number) => encodeBase64url(crypto.getRandomValues(new Uint8Array(length)));
const bytesOf = (text: string) => decodeBase64url(text) ?? new Uint8Array();
const content = { text: "Saturday is fine.", from: "Robin Example" };

describe("A sealed reply", () => {
  const id = random(16);
  let target: ReplyTarget;
  let [first, second, other]: ReplyKey[] = [];
  let sealed: string;
  const keyOf = (key: ReplyKey | undefined): ReplyKey => {
    if (!key) throw new Error("Made before the tests");
    return key;
  };
  const open = (key: ReplyKey | undefined, at = target, text = sealed) =>
    openReply(at, keyOf(key), text);

  beforeAll(async () => {
    target = { kind: "share", idSha256: encodeBase64url(await sha256(bytesOf(id))) };
    [first, second, other] = await Promise.all([makeReplyKey(), makeReplyKey(), makeReplyKey()]);
    const publicKeys = [keyOf(first).publicKey, keyOf(second).publicKey];
    sealed = await sealReply({ kind: "share", id, publicKeys }, content);
  });

  it("opens in each browser whose key it was sealed to, and in no other", async () => {
    expect(await open(first)).toEqual({ ok: true, content });
    expect(await open(second)).toEqual({ ok: true, content });
    expect(await open(other)).toEqual({ ok: false, reason: "no_key" });
    const stolen = { publicKey: keyOf(first).publicKey, privateKey: keyOf(other).privateKey };
    expect(await open(stolen)).toEqual({ ok: false, reason: "changed" });
  });

  it("tells which of some keys it was sealed to", async () => {
    const [firsts, seconds, others] = [first, second, other].map((key) => keyOf(key).publicKey);
    const asked = [others ?? "", seconds ?? "", firsts ?? "", "no key"];
    expect(await findReplyRecipients(sealed, asked)).toEqual([seconds, firsts]);
    expect(await findReplyRecipients(sealed.slice(0, 80), asked)).toEqual([]);
  });

  it("is no answer to another share, nor to a request of the same id", async () => {
    const elsewhere = { ...target, idSha256: random(32) };
    expect(await open(first, elsewhere)).toEqual({ ok: false, reason: "changed" });
    const asRequest = { ...target, kind: "request" as const };
    expect(await open(first, asRequest)).toEqual({ ok: false, reason: "changed" });
  });

  it("does not open once any bit that its reader needs has changed, or when it is cut", async () => {
    const bytes = bytesOf(sealed);
    const firstsPart = 1 + 65 + 1 + 56;
    const places = fc.oneof(
      fc.integer({ min: 0, max: firstsPart * 8 - 1 }),
      fc.integer({ min: (firstsPart + 56) * 8, max: bytes.length * 8 - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(places, async (bit) => {
        const changed = Uint8Array.from(bytes);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect((await open(first, target, encodeBase64url(changed))).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
    for (const length of [0, 1, 66, 67, 100, 200, bytes.length - 1]) {
      const cut = encodeBase64url(bytes.subarray(0, length));
      expect((await open(first, target, cut)).ok).toBe(false);
    }
    expect((await open(first, target, "no base64url")).ok).toBe(false);
  });

  it("shows of its length only steps of 1 KiB, and shares no value with the next one", async () => {
    const publicKeys = [keyOf(first).publicKey];
    const sizes = new Set<number>();
    for (const text of ["a", "a".repeat(900)]) {
      sizes.add(bytesOf(await sealReply({ kind: "share", id, publicKeys }, { text })).length);
    }
    expect([...sizes]).toEqual([1 + 65 + 1 + 56 + 12 + 1024 + 16]);
    const again = await sealReply({ kind: "share", id, publicKeys }, content);
    expect(again.slice(4, 80)).not.toBe(sealed.slice(4, 80));
  });

  it("holds 8 KiB with its padding and no byte more", async () => {
    const publicKeys = [keyOf(first).publicKey];
    const room = maxReplyBytes - sizeOfReply({ text: "" });
    const full = { text: "x".repeat(room) };
    const at = { kind: "share", id, publicKeys } as const;
    const largest = await sealReply(at, full);
    expect(await open(first, target, largest)).toEqual({ ok: true, content: full });
    await expect(sealReply(at, { text: `${full.text}x` })).rejects.toThrow(ReplyTooLargeError);
    await expect(sealReply(at, { text: "二".repeat(room / 3 + 1) })).rejects.toThrow("8 kB");
  });

  it("keeps any text as it was written", async () => {
    const publicKeys = [keyOf(first).publicKey];
    const written = fc.string({ unit: "grapheme", maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const one = { text: `Note: ${text}` };
        const next = await sealReply({ kind: "share", id, publicKeys }, one);
        expect(await open(first, target, next)).toEqual({ ok: true, content: one });
      }),
      { numRuns: 30 },
    );
  });

  it("is sealed to one to eight keys that are keys, or not at all", async () => {
    const publicKey = keyOf(first).publicKey;
    const notOnTheCurve = encodeBase64url(Uint8Array.of(4, ...new Uint8Array(64).fill(7)));
    for (const publicKeys of [
      [],
      Array.from({ length: maxReplyKeys + 1 }, () => publicKey),
      ["short"],
      [publicKey, random(64)],
      [notOnTheCurve],
    ]) {
      await expect(sealReply({ kind: "share", id, publicKeys }, content)).rejects.toThrow();
    }
    expect(isReplyPublicKey(publicKey)).toBe(true);
    expect(isReplyPublicKey(random(65).replace(/^./, "A"))).toBe(false);
  });

  it("comes of a private key that no script can take out of its browser", async () => {
    const { privateKey } = keyOf(first);
    expect(privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("jwk", privateKey)).rejects.toThrow();
  });
});
