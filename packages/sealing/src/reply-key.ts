// The key pair that one browser of somebody of the team keeps for answers from outside: P-256. What is
// sealed to it opens in that browser and nowhere else; the server knows the public half alone.
import { decodeBase64url, encodeBase64url } from "./base64url";

/** A `CryptoKey`, named so that it reads the same under the types of a browser and of Node. */
export type ReplyPrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export type ReplyKey = {
  /** 65 bytes (an uncompressed point), in base64url. */
  publicKey: string;
  /** Cannot be exported, but IndexedDB keeps it. */
  privateKey: ReplyPrivateKey;
};

export const ecdh = { name: "ECDH", namedCurve: "P-256" };
export const publicKeyBytes = 65;

/** So many browsers of one person can open what comes; each costs a reply 56 bytes. */
export const maxReplyKeys = 8;

export async function makeReplyKey(): Promise<ReplyKey> {
  const pair = await crypto.subtle.generateKey(ecdh, false, ["deriveBits"]);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  return { publicKey: encodeBase64url(new Uint8Array(raw)), privateKey: pair.privateKey };
}

/** Whether it has the shape of one; that it lies on the curve shows when it is used. */
export function isReplyPublicKey(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const bytes = decodeBase64url(value);
  return bytes?.length === publicKeyBytes && bytes[0] === 4;
}

/** Undefined for anything that is not one. */
export function readPublicKey(text: string): Uint8Array<ArrayBuffer> | undefined {
  return isReplyPublicKey(text) ? decodeBase64url(text) : undefined;
}

/** Over all of them in their order, in base64url: whoever holds it notices an exchanged key. */
export async function digestOfReplyKeys(publicKeys: readonly string[]): Promise<string> {
  const all = publicKeys.flatMap((key) => [...(decodeBase64url(key) ?? [])]);
  return encodeBase64url(await sha256(Uint8Array.from(all)));
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
