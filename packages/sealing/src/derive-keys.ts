// From a link's secret and a passcode to the keys of a sealed share, version 1. Every parameter
// is a constant here: the `1` in the link stands for them, and nothing may loosen them.
import { argon2id } from "hash-wasm";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { hkdf } from "./hkdf";
import { normalizePasscode } from "./passcode";
import type { ShareEncKey } from "./share-cipher";
import { shareSecretBytes } from "./share-link";

/**
 * `linkProof` and `authKey` (base64url, 32 bytes each) go to the server: the first shows that
 * one holds the link, the second that one also knows the passcode. `encKey` (AES-256-GCM)
 * stays in the browser; it cannot be exported, but a worker may post it to its page.
 */
export type ShareKeys = { linkProof: string; authKey: string; encKey: ShareEncKey };

/** Takes about 0.4 s of one core and 64 MiB, so call it in a worker. */
export async function deriveKeys(secret: string, passcode: string): Promise<ShareKeys> {
  const linkSecret = decodeBase64url(secret);
  if (linkSecret?.length !== shareSecretBytes) throw new TypeError("A link's secret is 32 bytes");
  return expandKeys(linkSecret, await stretchPasscode(linkSecret, passcode));
}

/** The slow step: each guess at a passcode costs this much, and needs the link's secret too. */
export async function stretchPasscode(
  linkSecret: Uint8Array<ArrayBuffer>,
  passcode: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const stretched = await argon2id({
    password: normalizePasscode(passcode),
    salt: await hkdf(linkSecret, new Uint8Array(), "salt"),
    memorySize: 64 * 1024,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  });
  return new Uint8Array(stretched);
}

/** The quick step, from the stretched passcode to the keys. */
export async function expandKeys(
  linkSecret: Uint8Array<ArrayBuffer>,
  stretched: Uint8Array<ArrayBuffer>,
): Promise<ShareKeys> {
  const encKey = await hkdf(stretched, linkSecret, "enc");
  return {
    linkProof: encodeBase64url(await hkdf(linkSecret, new Uint8Array(), "link")),
    authKey: encodeBase64url(await hkdf(stretched, linkSecret, "auth")),
    encKey: await crypto.subtle.importKey("raw", encKey, "AES-GCM", false, ["encrypt", "decrypt"]),
  };
}
