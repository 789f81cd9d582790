// The outsider's side of an answer: sealed in their browser to the public keys that came with the share or
// the request, so that neither the server nor anybody else with the link reads it.
import { decodeBase64url, encodeBase64url } from "./base64url";
import { contentKeyBytes, encryptReply } from "./reply-cipher";
import { encodeReply, type ReplyContent } from "./reply-content";
import { ecdh, maxReplyKeys, readPublicKey, sha256 } from "./reply-key";
import { ivBytes } from "./share-cipher";

/** `id` is the one in the link of the share or the request. Throws a `ReplyTooLargeError`. */
export async function sealReply(
  to: { kind: "share" | "request"; id: string; publicKeys: readonly string[] },
  content: ReplyContent,
): Promise<string> {
  const bytes = encodeReply(content);
  const idBytes = decodeBase64url(to.id);
  const publicKeys = to.publicKeys.map(readPublicKey).filter((key) => key !== undefined);
  const isComplete = publicKeys.length === to.publicKeys.length;
  if (!idBytes || !isComplete || publicKeys.length < 1 || publicKeys.length > maxReplyKeys) {
    throw new TypeError("A reply is sealed to one to eight public keys");
  }
  const target = { kind: to.kind, idSha256: encodeBase64url(await sha256(idBytes)) };
  const pair = await crypto.subtle.generateKey(ecdh, false, ["deriveBits"]);
  const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
  const sealed = await encryptReply(bytes, target, publicKeys, {
    ephemeral: { publicKey: new Uint8Array(raw), privateKey: pair.privateKey },
    contentKey: crypto.getRandomValues(new Uint8Array(contentKeyBytes)),
    iv: crypto.getRandomValues(new Uint8Array(ivBytes)),
  });
  return encodeBase64url(sealed);
}
