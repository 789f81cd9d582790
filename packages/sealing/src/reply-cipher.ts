// How an answer is sealed to several public keys, version 1: a random content key seals the padded text
// (AES-256-GCM), and is itself sealed once for each key under HKDF(ECDH). All is bound to what it answers:
//   1 ‖ ephemeral public key (65) ‖ count (1) ‖ count × (key id (8) ‖ sealed content key (48)) ‖ iv (12) ‖ ciphertext ‖ tag
import { decodeBase64url } from "./base64url";
import { hkdf } from "./hkdf";
import { padContent, unpadContent } from "./padding";
import { ecdh, maxReplyKeys, publicKeyBytes, type ReplyPrivateKey, sha256 } from "./reply-key";

/** What an answer is to, with SHA-256 of its id in base64url: all that the server knows of an id. */
export type ReplyTarget = { kind: "share" | "request"; idSha256: string };

export const contentKeyBytes = 32;
const version = 1;
const keyIdBytes = 8;
const tagBytes = 16;
const ivBytes = 12;
const wrappedBytes = contentKeyBytes + tagBytes;
const entryBytes = keyIdBytes + wrappedBytes;
const headBytes = 1 + publicKeyBytes + 1;

/** All that is random in one sealing; each value is used once. */
export type ReplyRandoms = {
  ephemeral: { publicKey: Uint8Array<ArrayBuffer>; privateKey: ReplyPrivateKey };
  contentKey: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
};

export async function encryptReply(
  content: Uint8Array<ArrayBuffer>,
  target: ReplyTarget,
  publicKeys: readonly Uint8Array<ArrayBuffer>[],
  { ephemeral, contentKey, iv }: ReplyRandoms,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [Uint8Array.of(version), ephemeral.publicKey, Uint8Array.of(publicKeys.length)];
  for (const publicKey of publicKeys) {
    const wrapKey = await deriveWrapKey(target, ephemeral.privateKey, publicKey, {
      ephemeral: ephemeral.publicKey,
      recipient: publicKey,
    });
    parts.push(await keyIdOf(publicKey), await seal(wrapKey, noIv(), target, contentKey));
  }
  parts.push(iv, await seal(contentKey, iv, target, padContent(content)));
  return concat(parts);
}

/** Throws for what was changed or sealed elsewhere. */
export async function decryptReply(
  sealed: Uint8Array<ArrayBuffer>,
  target: ReplyTarget,
  own: { publicKey: Uint8Array<ArrayBuffer>; privateKey: ReplyPrivateKey },
): Promise<Uint8Array<ArrayBuffer> | "no_key"> {
  const { ephemeral, entries, iv, ciphertext } = takeApart(sealed);
  const ownId = await keyIdOf(own.publicKey);
  const entry = entries.find(({ keyId }) => keyId.every((byte, at) => byte === ownId[at]));
  if (!entry) return "no_key";
  const wrapKey = await deriveWrapKey(target, own.privateKey, ephemeral, {
    ephemeral,
    recipient: own.publicKey,
  });
  const contentKey = await open(wrapKey, noIv(), target, entry.wrapped);
  const content = unpadContent(await open(contentKey, iv, target, ciphertext));
  if (!content) throw new TypeError("Not a sealed reply");
  return content;
}

/** Which of these keys it was sealed to. Throws for what is no sealed reply. */
export async function recipientsOf(
  sealed: Uint8Array<ArrayBuffer>,
  publicKeys: readonly string[],
): Promise<string[]> {
  const { entries } = takeApart(sealed);
  const ids = new Set(entries.map(({ keyId }) => keyId.join()));
  const known = await Promise.all(
    publicKeys.map(async (text) => {
      const publicKey = decodeBase64url(text);
      return publicKey !== undefined && ids.has((await keyIdOf(publicKey)).join());
    }),
  );
  return publicKeys.filter((_, at) => known[at]);
}

function takeApart(sealed: Uint8Array<ArrayBuffer>) {
  const count = sealed[headBytes - 1] ?? 0;
  const ivAt = headBytes + count * entryBytes;
  if (
    sealed[0] !== version ||
    count < 1 ||
    count > maxReplyKeys ||
    sealed.length < ivAt + ivBytes
  ) {
    throw new TypeError("Not a sealed reply");
  }
  return {
    ephemeral: sealed.slice(1, 1 + publicKeyBytes),
    entries: Array.from({ length: count }, (_, index) => {
      const at = headBytes + index * entryBytes;
      return {
        keyId: sealed.slice(at, at + keyIdBytes),
        wrapped: sealed.slice(at + keyIdBytes, at + entryBytes),
      };
    }),
    iv: sealed.slice(ivAt, ivAt + ivBytes),
    ciphertext: sealed.slice(ivAt + ivBytes),
  };
}

/** Salted with both public keys, so that what was wrapped for one never unwraps as another's. */
async function deriveWrapKey(
  target: ReplyTarget,
  privateKey: ReplyPrivateKey,
  theirs: Uint8Array<ArrayBuffer>,
  pair: { ephemeral: Uint8Array; recipient: Uint8Array },
): Promise<Uint8Array<ArrayBuffer>> {
  const publicKey = await crypto.subtle.importKey("raw", theirs, ecdh, true, []);
  const shared = await crypto.subtle.deriveBits(
    { name: "ECDH", public: publicKey },
    privateKey,
    256,
  );
  const salt = concat([pair.ephemeral, pair.recipient]);
  return hkdf(new Uint8Array(shared), salt, target.kind === "share" ? "reply" : "request-reply");
}

async function keyIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return (await sha256(publicKey)).slice(0, keyIdBytes);
}

async function seal(
  key: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  target: ReplyTarget,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.encrypt(cipher(target, iv), imported, plain));
}

async function open(
  key: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
  target: ReplyTarget,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  return new Uint8Array(await crypto.subtle.decrypt(cipher(target, iv), imported, sealed));
}

function cipher({ idSha256 }: ReplyTarget, iv: Uint8Array<ArrayBuffer>) {
  const id = decodeBase64url(idSha256);
  if (id?.length !== 32) throw new TypeError("An id's digest is 32 bytes");
  const additionalData = Uint8Array.of(version, ...id);
  return { name: "AES-GCM", iv, tagLength: 128, additionalData };
}

/** A wrapping key comes of a new ephemeral key and seals one thing in its life: no two share this iv. */
function noIv(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(ivBytes);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
