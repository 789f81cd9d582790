// The cipher of version 1: AES-256-GCM over the padded content. The version and the share's id
// are authenticated with it, so an answer of one share never opens as another's.
import { padContent, unpadContent } from "./padding";

export const ivBytes = 12;

/** A `CryptoKey`, named so that it reads the same under the types of a browser and of Node. */
export type ShareEncKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** An `iv` is used once; each share has a key of its own besides. */
export async function encryptContent(
  content: Uint8Array,
  id: Uint8Array,
  encKey: ShareEncKey,
  iv: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await crypto.subtle.encrypt(cipher(id, iv), encKey, padContent(content));
  return new Uint8Array(sealed);
}

/** Rejects or resolves to undefined when anything differs from what was sealed. */
export async function decryptContent(
  ciphertext: Uint8Array<ArrayBuffer>,
  id: Uint8Array,
  encKey: ShareEncKey,
  iv: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return unpadContent(
    new Uint8Array(await crypto.subtle.decrypt(cipher(id, iv), encKey, ciphertext)),
  );
}

function cipher(id: Uint8Array, iv: Uint8Array<ArrayBuffer>) {
  const version = 1;
  return { name: "AES-GCM", iv, tagLength: 128, additionalData: Uint8Array.of(version, ...id) };
}
