import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { openRequest, proveRequestLink } from "./note-request";
import { openReply } from "./open-reply";
import { encryptReply } from "./reply-cipher";
import { encodeReply } from "./reply-content";
import { ecdh } from "./reply-key";
import vectorFile from "./reply-vectors.json";
import { makeRequestLink, parseRequestLink } from "./request-link";

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64url(text);
  if (bytes === undefined) throw new Error(`Not base64url: ${text}`);
  return bytes;
}

const privateKeyOf = (jwk: object) =>
  crypto.subtle.importKey("jwk", { ...jwk }, ecdh, false, ["deriveBits"]);

function targetOf({ kind, idSha256 }: { kind: string; idSha256: string }) {
  if (kind !== "share" && kind !== "request") throw new Error(`No kind of target: ${kind}`);
  return { kind, idSha256 } as const;
}

describe.for(vectorFile.replies)("Against another implementation: $about", (vector) => {
  it("seals byte for byte the same, and opens for each browser it was sealed to", async () => {
    const target = targetOf(vector);
    const sealed = await encryptReply(
      encodeReply(vector.content),
      target,
      vector.recipients.map(({ publicKey }) => bytesOf(publicKey)),
      {
        ephemeral: {
          publicKey: bytesOf(vector.ephemeral.publicKey),
          privateKey: await privateKeyOf(vector.ephemeral.jwk),
        },
        contentKey: bytesOf(vector.contentKey),
        iv: bytesOf(vector.iv),
      },
    );
    expect(encodeBase64url(sealed)).toBe(vector.sealed);
    for (const { publicKey, jwk } of vector.recipients) {
      const own = { publicKey, privateKey: await privateKeyOf(jwk) };
      expect(await openReply(target, own, vector.sealed)).toEqual({
        ok: true,
        content: vector.content,
      });
    }
  });
});

describe.for(vectorFile.requests)("Against another implementation: $about", (vector) => {
  it("derives the same proof from the link, and opens what is asked for", async () => {
    const link = parseRequestLink(vector.link);
    if (!link) throw new Error("No link of a request");
    expect(makeRequestLink(link)).toBe(vector.link);
    expect(await proveRequestLink(link)).toBe(vector.linkProof);
    expect(await openRequest(link, vector)).toEqual({ ok: true, content: vector.content });
  });
});
