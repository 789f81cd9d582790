import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { deriveKeys, expandKeys, type ShareKeys } from "./derive-keys";
import { openShare, ShareUnreadableError } from "./open";
import { maxContentBytes } from "./padding";
import { generatePasscode } from "./passcode";
import { type SealedShare, SealRefusedError, sealShare } from "./seal";
import { encryptContent } from "./share-cipher";
import { makeShareLink, parseShareLink, type ShareLink } from "./share-link";
import { encodeSharePayload, type SharePayload } from "./share-payload";

const payload: SharePayload = {
  version: 1,
  notes: [{ text: "Prefers a call after five.", writtenAt: "2026-11-03T09:15:00.000Z" }],
  authorName: "Robin Example",
};

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const idOf = (text: string) => decodeBase64url(text) ?? new Uint8Array();

describe("A share that was sealed", () => {
  const passcode = generatePasscode();
  let link: ShareLink;
  let sealed: SealedShare;
  let keys: ShareKeys;

  beforeAll(async () => {
    ({ link, sealed } = await sealShare(payload, passcode));
    keys = await deriveKeys(link.secret, passcode.toLowerCase().replaceAll("-", " "));
  });

  it("opens with the link and the passcode as somebody types it", async () => {
    expect(parseShareLink(`https://desk.example.org${makeShareLink(link)}`)).toEqual(link);
    expect(keys.linkProof).toBe(sealed.linkProof);
    expect(keys.authKey).toBe(sealed.authKey);
    expect(await openShare(link.id, keys.encKey, sealed)).toEqual(payload);
  });

  it("gives the server the sizes that it may insist on, and neither secret nor passcode", () => {
    expect(Object.keys(sealed).sort()).toEqual(["authKey", "ciphertext", "id", "iv", "linkProof"]);
    expect(idOf(sealed.id)).toHaveLength(16);
    expect(idOf(sealed.linkProof)).toHaveLength(32);
    expect(idOf(sealed.authKey)).toHaveLength(32);
    expect(idOf(sealed.iv)).toHaveLength(12);
    expect(idOf(sealed.ciphertext)).toHaveLength(1024 + 16);
    const sent = JSON.stringify(sealed);
    for (const secret of [link.secret, passcode, "Prefers"]) expect(sent).not.toContain(secret);
  });

  it("holds an encryption key that cannot be taken out of the browser's keeping", async () => {
    await expect(crypto.subtle.exportKey("raw", keys.encKey)).rejects.toThrow();
  });

  it("does not open with another passcode, which leaves the proof of the link the same", async () => {
    const wrong = await deriveKeys(link.secret, generatePasscode());
    expect(wrong.linkProof).toBe(sealed.linkProof);
    expect(wrong.authKey).not.toBe(sealed.authKey);
    await expect(openShare(link.id, wrong.encKey, sealed)).rejects.toThrow(ShareUnreadableError);
  });

  it("does not open with the right passcode behind another link", async () => {
    const wrong = await deriveKeys(encodeBase64url(random(32)), passcode);
    expect(wrong.linkProof).not.toBe(sealed.linkProof);
    expect(wrong.authKey).not.toBe(sealed.authKey);
    await expect(openShare(link.id, wrong.encKey, sealed)).rejects.toThrow(ShareUnreadableError);
  });

  it("does not open under another id, even with the right keys", async () => {
    const other = encodeBase64url(random(16));
    await expect(openShare(other, keys.encKey, sealed)).rejects.toThrow(ShareUnreadableError);
  });

  it("does not open once any bit of its ciphertext, tag, iv or id has changed", async () => {
    const flip = (text: string, bit: number) => {
      const bytes = idOf(text);
      const at = (bit >> 3) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
      return encodeBase64url(bytes);
    };
    const places = fc.oneof(
      fc.record({ part: fc.constant("length"), bit: fc.nat(4 * 8 - 1) }),
      fc.record({
        part: fc.constant("content"),
        bit: fc.integer({ min: 4 * 8, max: 100 * 8 - 1 }),
      }),
      fc.record({
        part: fc.constant("padding"),
        bit: fc.integer({ min: 200 * 8, max: 1024 * 8 - 1 }),
      }),
      fc.record({
        part: fc.constant("tag"),
        bit: fc.integer({ min: 1024 * 8, max: 1040 * 8 - 1 }),
      }),
      fc.record({ part: fc.constant("iv"), bit: fc.nat(12 * 8 - 1) }),
      fc.record({ part: fc.constant("id"), bit: fc.nat(16 * 8 - 1) }),
    );
    await fc.assert(
      fc.asyncProperty(places, async ({ part, bit }) => {
        const id = part === "id" ? flip(link.id, bit) : link.id;
        const iv = part === "iv" ? flip(sealed.iv, bit) : sealed.iv;
        const isInText = part !== "id" && part !== "iv";
        const ciphertext = isInText ? flip(sealed.ciphertext, bit) : sealed.ciphertext;
        await expect(openShare(id, keys.encKey, { iv, ciphertext })).rejects.toThrow(
          ShareUnreadableError,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("does not open when it is cut, lengthened or not base64url at all", async () => {
    const bytes = idOf(sealed.ciphertext);
    const misshapen = [
      { ...sealed, ciphertext: "" },
      { ...sealed, ciphertext: encodeBase64url(bytes.subarray(0, 15)) },
      { ...sealed, ciphertext: encodeBase64url(bytes.subarray(0, -1)) },
      { ...sealed, ciphertext: encodeBase64url(Uint8Array.of(...bytes, 0)) },
      { ...sealed, ciphertext: `${sealed.ciphertext}==` },
      { ...sealed, iv: "" },
      { ...sealed, iv: "not base64url" },
    ];
    for (const one of misshapen) {
      await expect(openShare(link.id, keys.encKey, one)).rejects.toThrow(ShareUnreadableError);
    }
    await expect(openShare("?", keys.encKey, sealed)).rejects.toThrow(ShareUnreadableError);
  });

  it("shares no value with the next one of the same note and passcode", async () => {
    const next = await sealShare(payload, passcode);
    const values = (share: typeof next) => [share.link.secret, ...Object.values(share.sealed)];
    expect(new Set([...values({ link, sealed }), ...values(next)]).size).toBe(12);
  });
});

describe("Content behind given keys", () => {
  it("opens as it was, whatever was written, and shows only steps of 1 KiB", async () => {
    const written = fc.array(fc.string({ unit: "grapheme", maxLength: 2_000 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(written, async (texts) => {
        const { encKey } = await expandKeys(random(32), random(32));
        const notes = texts.map((text) => ({
          text: `Note: ${text}`,
          writtenAt: "2026-11-03T09:15:00Z",
        }));
        const content = encodeSharePayload({ version: 1, notes });
        const [id, iv] = [random(16), random(12)];
        const ciphertext = await encryptContent(content, id, encKey, iv);
        expect((ciphertext.length - 16) % 1024).toBe(0);
        expect(ciphertext.length - 16 - content.length).toBeLessThan(1024 + 4);
        const answer = { iv: encodeBase64url(iv), ciphertext: encodeBase64url(ciphertext) };
        expect(await openShare(encodeBase64url(id), encKey, answer)).toEqual({ version: 1, notes });
      }),
      { numRuns: 50 },
    );
  });

  it("that is no payload is refused like any other", async () => {
    const { encKey } = await expandKeys(random(32), random(32));
    const [id, iv] = [random(16), random(12)];
    const content = new TextEncoder().encode('{"version":1,"notes":[{"html":"<b>"}]}');
    const ciphertext = encodeBase64url(await encryptContent(content, id, encKey, iv));
    await expect(
      openShare(encodeBase64url(id), encKey, { iv: encodeBase64url(iv), ciphertext }),
    ).rejects.toThrow(ShareUnreadableError);
  });
});

describe("Sealing is refused, with its reason,", () => {
  const refusal = (sealing: Promise<unknown>) =>
    sealing.then(
      () => "sealed",
      (error: unknown) => (error instanceof SealRefusedError ? error.reason : error),
    );

  it("for a weak passcode or a payload that is none or too large", async () => {
    const text = "x".repeat(maxContentBytes);
    const notes = [{ text, writtenAt: "2026-11-03T09:15:00Z" }];
    expect(await refusal(sealShare(payload, "seven77"))).toBe("too_short");
    expect(await refusal(sealShare(payload, "Password1"))).toBe("common");
    expect(await refusal(sealShare({ version: 1, notes: [] }, generatePasscode()))).toBe(
      "malformed",
    );
    expect(await refusal(sealShare({ version: 1, notes }, generatePasscode()))).toBe("too_large");
  });

  it("and no keys come of a secret that is not 32 bytes", async () => {
    for (const secret of ["", "short", "%".repeat(43), encodeBase64url(random(31))]) {
      await expect(deriveKeys(secret, generatePasscode())).rejects.toThrow(TypeError);
    }
  });
});
