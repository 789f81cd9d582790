import { describe, expect, it } from "vitest";
import { encodeBase64url } from "./base64url";
import { openRequest, proveRequestLink, sealRequest } from "./note-request";
import { makeReplyKey } from "./reply-key";
import { makeRequestLink, parseRequestLink } from "./request-link";

const random = (length: number) => encodeBase64url(crypto.getRandomValues(new Uint8Array(length)));
const content = { text: "Please write what was found in March.", from: "Kim Example" };

async function build() {
  const keys = await Promise.all([makeReplyKey(), makeReplyKey()]);
  const publicKeys = keys.map(({ publicKey }) => publicKey);
  return { publicKeys, ...(await sealRequest(publicKeys, content)) };
}

describe("A request for a note", () => {
  it("opens with its link, which comes back as it was made", async () => {
    const { link, sealed } = await build();
    const address = `https://desk.example.org${makeRequestLink(link)}`;
    expect(parseRequestLink(address)).toEqual(link);
    expect(await proveRequestLink(link)).toBe(sealed.linkProof);
    expect(await openRequest(link, sealed)).toEqual({ ok: true, content });
  });

  it("gives the server neither the link's secret nor a word of what is asked for", async () => {
    const { link, sealed } = await build();
    expect(Object.values(sealed).flat()).not.toContain(link.secret);
    expect(JSON.stringify(sealed)).not.toMatch(/March|Kim/);
    expect(makeRequestLink(link).split("#")[0]).toBe(`/r/${link.id}`);
  });

  it("notices exchanged, added, dropped and swapped keys", async () => {
    const { link, sealed, publicKeys } = await build();
    const { publicKey: foreign } = await makeReplyKey();
    for (const given of [
      [...publicKeys.slice(1), foreign],
      [...publicKeys, foreign],
      publicKeys.slice(1),
      publicKeys.toReversed(),
      [],
    ]) {
      expect(await openRequest(link, { ...sealed, publicKeys: given })).toEqual({
        ok: false,
        reason: "keys_exchanged",
      });
    }
  });

  it("does not open with another secret, under another id, or once it was changed", async () => {
    const { link, sealed } = await build();
    const changed = { ok: false, reason: "changed" };
    expect(await openRequest({ ...link, secret: random(32) }, sealed)).toEqual(changed);
    expect(await openRequest({ ...link, id: random(16) }, sealed)).toEqual(changed);
    expect(await openRequest(link, { ...sealed, iv: random(12) })).toEqual(changed);
    expect(await openRequest(link, { ...sealed, ciphertext: random(1040) })).toEqual(changed);
    expect(await openRequest(link, { ...sealed, ciphertext: "?" })).toEqual(changed);
  });

  it("is no link when any part is missing, cut or of another version", async () => {
    const { link } = await build();
    const { id, secret, keysDigest } = link;
    for (const text of [
      "",
      `/r/${id}`,
      `/r/${id}#1.${secret}`,
      `/r/${id}#2.${secret}.${keysDigest}`,
      `/r/${id}#1.${secret}.${keysDigest.slice(1)}`,
      `/r/${id}#1.${secret.slice(1)}.${keysDigest}`,
      `/r/${id}#1.${secret}.${keysDigest}.`,
      `/n/${id}#1.${secret}.${keysDigest}`,
      `javascript:/r/${id}#1.${secret}.${keysDigest}`,
    ]) {
      expect(parseRequestLink(text), text).toBeUndefined();
    }
  });
});
