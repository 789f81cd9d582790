// A reply or a sent note as it comes from outside: of the right size, and as unreadable as a real one.
import { randomBytes } from "node:crypto";
import { randomText } from "./build-share";

/** Version, ephemeral key, count, one sealed content key, iv, a step of 1 KiB with its tag. */
export function sealedReplyForTest(steps = 1): string {
  return randomText(1 + 65 + 1 + 56 + 12 + 16 + steps * 1024);
}

export function publicKeyForTest(): string {
  return Buffer.concat([Buffer.of(4), randomBytes(64)]).toString("base64url");
}

/** What the form of a new request sends, but for what it is about. */
export function sealedRequestForTest(publicKeys: string[]) {
  return {
    id: randomText(16),
    linkProof: randomText(32),
    publicKeys,
    iv: randomText(12),
    ciphertext: randomText(16 + 1024),
  };
}
