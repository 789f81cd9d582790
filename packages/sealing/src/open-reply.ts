// The author's side of an answer: opens in a browser that holds one of the private keys, or not at all.
import { decodeBase64url } from "./base64url";
import { decryptReply, type ReplyTarget, recipientsOf } from "./reply-cipher";
import { decodeReply, type ReplyContent } from "./reply-content";
import { type ReplyKey, readPublicKey } from "./reply-key";

/** `no_key`: sealed to other browsers than this. `changed`: damaged, or an answer to something else. */
export type OpenedReply =
  | { ok: true; content: ReplyContent }
  | { ok: false; reason: "no_key" | "changed" };

/** `sealed` as the server keeps it, `target` as the server names what it is an answer to. */
export async function openReply(
  target: ReplyTarget,
  own: ReplyKey,
  sealed: string,
): Promise<OpenedReply> {
  const bytes = decodeBase64url(sealed);
  const publicKey = readPublicKey(own.publicKey);
  if (!bytes || !publicKey) return { ok: false, reason: "changed" };
  try {
    const opened = await decryptReply(bytes, target, { publicKey, privateKey: own.privateKey });
    if (opened === "no_key") return { ok: false, reason: "no_key" };
    const content = decodeReply(opened);
    return content ? { ok: true, content } : { ok: false, reason: "changed" };
  } catch {
    return { ok: false, reason: "changed" };
  }
}

/** Which of these public keys open it: where one browser cannot, its owner learns which other one can. */
export async function findReplyRecipients(
  sealed: string,
  publicKeys: readonly string[],
): Promise<string[]> {
  const bytes = decodeBase64url(sealed);
  if (!bytes) return [];
  return recipientsOf(bytes, publicKeys).catch(() => []);
}
