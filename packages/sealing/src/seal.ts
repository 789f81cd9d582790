// The author's side of a sealed share: everything secret is made and used here, in the author's
// browser. The server gets `sealed`, the recipient gets the link, and the passcode by another way.
import { encodeBase64url } from "./base64url";
import { deriveKeys } from "./derive-keys";
import { checkOwnPasscode } from "./passcode";
import { encryptContent, ivBytes } from "./share-cipher";
import { type ShareLink, shareIdBytes, shareSecretBytes } from "./share-link";
import { encodeSharePayload, parseSharePayload, type SharePayload } from "./share-payload";

/** All that the server gets, in base64url. Nothing in it opens the share or tests a passcode. */
export type SealedShare = {
  id: string;
  linkProof: string;
  authKey: string;
  iv: string;
  ciphertext: string;
};

export type SealRefusal = "too_short" | "common" | "malformed" | "too_large";

/** Nothing was sealed: the passcode is too weak, or the payload is none or too large. */
export class SealRefusedError extends Error {
  constructor(readonly reason: SealRefusal) {
    super(`The share was not sealed: ${refusals[reason]}`);
    this.name = "SealRefusedError";
  }
}

const refusals: Record<SealRefusal, string> = {
  too_short: "the passcode is too short. Use at least 8 characters, or a generated one.",
  common: "the passcode is one that people try first. Choose another, or a generated one.",
  malformed: "its content is not complete. Write a note and try again.",
  too_large: "it holds more than 32 kB. Share fewer notes at a time.",
};

/** Takes about 0.4 s of one core and 64 MiB, so call it in a worker. */
export async function sealShare(
  payload: SharePayload,
  passcode: string,
): Promise<{ link: ShareLink; sealed: SealedShare }> {
  const parsed = parseSharePayload(payload);
  if (!parsed.ok) throw new SealRefusedError(parsed.reason);
  const strength = checkOwnPasscode(passcode);
  if (!strength.ok) throw new SealRefusedError(strength.reason);

  const idBytes = crypto.getRandomValues(new Uint8Array(shareIdBytes));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const id = encodeBase64url(idBytes);
  const secret = encodeBase64url(crypto.getRandomValues(new Uint8Array(shareSecretBytes)));
  const { linkProof, authKey, encKey } = await deriveKeys(secret, passcode);
  const content = encodeSharePayload(parsed.payload);
  const ciphertext = await encryptContent(content, idBytes, encKey, iv);
  return {
    link: { id, secret },
    sealed: {
      id,
      linkProof,
      authKey,
      iv: encodeBase64url(iv),
      ciphertext: encodeBase64url(ciphertext),
    },
  };
}
