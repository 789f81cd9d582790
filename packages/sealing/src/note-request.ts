// A request for a note, sealed under its link's secret: the server keeps it and cannot read it. Whoever has
// the link reads it, and sees whether the public keys are those that were meant.
import { decodeBase64url, encodeBase64url } from "./base64url";
import { hkdf } from "./hkdf";
import { decodeReply, encodeReply, type ReplyContent } from "./reply-content";
import { digestOfReplyKeys } from "./reply-key";
import type { RequestLink } from "./request-link";
import { decryptContent, encryptContent, ivBytes, type ShareEncKey } from "./share-cipher";
import { shareIdBytes, shareSecretBytes } from "./share-link";

/** All that the server gets, in base64url. */
export type SealedRequest = {
  id: string;
  linkProof: string;
  publicKeys: string[];
  iv: string;
  ciphertext: string;
};

/** What is asked for, and by whom. */
export type RequestContent = ReplyContent;

/** Throws a `ReplyTooLargeError` beyond 8 KiB. */
export async function sealRequest(
  publicKeys: readonly string[],
  content: RequestContent,
): Promise<{ link: RequestLink; sealed: SealedRequest }> {
  const idBytes = crypto.getRandomValues(new Uint8Array(shareIdBytes));
  const secretBytes = crypto.getRandomValues(new Uint8Array(shareSecretBytes));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const { linkProof, encKey } = await expandSecret(secretBytes);
  const ciphertext = await encryptContent(encodeReply(content), idBytes, encKey, iv);
  const id = encodeBase64url(idBytes);
  const keysDigest = await digestOfReplyKeys(publicKeys);
  return {
    link: { id, secret: encodeBase64url(secretBytes), keysDigest },
    sealed: {
      id,
      linkProof,
      publicKeys: [...publicKeys],
      iv: encodeBase64url(iv),
      ciphertext: encodeBase64url(ciphertext),
    },
  };
}

/** What goes to the server to show that one has the link. */
export async function proveRequestLink(link: RequestLink): Promise<string> {
  return (await expandSecret(secretOf(link))).linkProof;
}

/** `keys_exchanged`: whoever answered put in other keys, so nothing may be sealed to them. */
export type OpenedRequest =
  | { ok: true; content: RequestContent }
  | { ok: false; reason: "keys_exchanged" | "changed" };

/** `answer`: what the server gave for this link. */
export async function openRequest(
  link: RequestLink,
  answer: { publicKeys: readonly string[]; iv: string; ciphertext: string },
): Promise<OpenedRequest> {
  if ((await digestOfReplyKeys(answer.publicKeys)) !== link.keysDigest) {
    return { ok: false, reason: "keys_exchanged" };
  }
  const [id, iv, ciphertext] = [link.id, answer.iv, answer.ciphertext].map(decodeBase64url);
  if (!id || !iv || !ciphertext) return { ok: false, reason: "changed" };
  const { encKey } = await expandSecret(secretOf(link));
  const opened = await decryptContent(ciphertext, id, encKey, iv).catch(() => undefined);
  const content = opened && decodeReply(opened);
  return content ? { ok: true, content } : { ok: false, reason: "changed" };
}

function secretOf({ secret }: RequestLink): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64url(secret);
  if (bytes?.length !== shareSecretBytes) throw new TypeError("A link's secret is 32 bytes");
  return bytes;
}

async function expandSecret(
  secret: Uint8Array<ArrayBuffer>,
): Promise<{ linkProof: string; encKey: ShareEncKey }> {
  const key = await hkdf(secret, new Uint8Array(), "request");
  return {
    linkProof: encodeBase64url(await hkdf(secret, new Uint8Array(), "link")),
    encKey: await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]),
  };
}
