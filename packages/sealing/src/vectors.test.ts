import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { expandKeys, stretchPasscode } from "./derive-keys";
import { openShare } from "./open";
import { normalizePasscode } from "./passcode";
import { encryptContent } from "./share-cipher";
import { encodeSharePayload, parseSharePayload } from "./share-payload";
import vectorFile from "./vectors.json";

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64url(text);
  if (bytes === undefined) throw new Error(`Not base64url: ${text}`);
  return bytes;
}

describe.for(vectorFile.vectors)("Against another implementation: $about", (vector) => {
  it("derives and seals byte for byte the same, and opens it", async () => {
    expect(normalizePasscode(vector.typed)).toBe(vector.passcode);
    const secret = bytesOf(vector.secret);

    const stretched = await stretchPasscode(secret, vector.typed);
    expect(encodeBase64url(stretched)).toBe(vector.stretched);

    const keys = await expandKeys(secret, stretched);
    expect(keys.linkProof).toBe(vector.linkProof);
    expect(keys.authKey).toBe(vector.authKey);

    const parsed = parseSharePayload(vector.payload);
    if (!parsed.ok) throw new Error(parsed.reason);
    const content = encodeSharePayload(parsed.payload);
    const [id, iv] = [bytesOf(vector.id), bytesOf(vector.iv)];
    const ciphertext = await encryptContent(content, id, keys.encKey, iv);
    expect(encodeBase64url(ciphertext)).toBe(vector.ciphertext);

    expect(await openShare(vector.id, keys.encKey, vector)).toEqual(vector.payload);
  });
});
