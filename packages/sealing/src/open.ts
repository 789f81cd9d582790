// The recipient's side of a sealed share: what the server answered either is what the author
// sealed under this very id, or it does not open at all.
import { decodeBase64url } from "./base64url";
import { decryptContent, type ShareEncKey } from "./share-cipher";
import { decodeSharePayload, type SharePayload } from "./share-payload";

/** The one error of opening: changed, swapped, cut, or sealed under other keys. */
export class ShareUnreadableError extends Error {
  constructor() {
    super(
      "This note cannot be opened: what arrived is not what was sealed. Reload and try again; if it stays so, ask the sender for a new link.",
    );
    this.name = "ShareUnreadableError";
  }
}

/** `encKey` comes from `deriveKeys`; `sealed` is the server's answer, in base64url. */
export async function openShare(
  id: string,
  encKey: ShareEncKey,
  sealed: { iv: string; ciphertext: string },
): Promise<SharePayload> {
  const [idBytes, iv, ciphertext] = [id, sealed.iv, sealed.ciphertext].map(decodeBase64url);
  if (!idBytes || !iv || !ciphertext) throw new ShareUnreadableError();
  const content = await decryptContent(ciphertext, idBytes, encKey, iv).catch(() => undefined);
  const payload = content && decodeSharePayload(content);
  if (payload === undefined) throw new ShareUnreadableError();
  return payload;
}
