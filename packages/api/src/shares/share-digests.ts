// What the server keeps of a share's id and keys: SHA-256 over the decoded bytes, so that a stolen
// database opens nothing and names no link.
import { createHash, timingSafeEqual } from "node:crypto";

/** `text` is base64url whose shape was checked by its schema. */
export function digestOf(text: string): string {
  return createHash("sha256").update(Buffer.from(text, "base64url")).digest("hex");
}

/** Of a sender's nonce for one share or request: the same nonce elsewhere is another. */
export function digestOfNonce(
  nonce: string,
  to: { kind: "share" | "request"; id: number },
): string {
  return createHash("sha256").update(`${to.kind} ${to.id} ${nonce}`).digest("hex");
}

const nobodysDigest = "0".repeat(64);

/** Takes the same time whether they match or not, and whether there is one to compare with or not. */
export function isSameDigest(given: string, stored: string | undefined): boolean {
  const isSame = timingSafeEqual(
    Buffer.from(given, "hex"),
    Buffer.from(stored ?? nobodysDigest, "hex"),
  );
  return isSame && stored !== undefined;
}
