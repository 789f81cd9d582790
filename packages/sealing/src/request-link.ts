// The link that asks somebody outside for a note: `/r/<id>#1.<secret>.<digest of the public keys>`. The
// fragment never reaches a server: it opens what is asked for, and shows that no key was exchanged.
import { decodeBase64url } from "./base64url";

/** In base64url: `id` is 16 bytes, `secret` and `keysDigest` 32 each. Only `id` may be sent to a server. */
export type RequestLink = { id: string; secret: string; keysDigest: string };

/** The path with its fragment, to be appended to the origin of the installation. */
export function makeRequestLink({ id, secret, keysDigest }: RequestLink): string {
  return `/r/${id}#1.${secret}.${keysDigest}`;
}

/** Takes a path or a whole http(s) address; undefined for anything malformed. */
export function parseRequestLink(text: string): RequestLink | undefined {
  const match = /^(?:https?:\/\/[^/?#\s]+)?\/r\/([\w-]+)#1\.([\w-]+)\.([\w-]+)$/.exec(text);
  const [, id, secret, keysDigest] = match ?? [];
  if (id === undefined || secret === undefined || keysDigest === undefined) return undefined;
  const lengths = [id, secret, keysDigest].map((part) => decodeBase64url(part)?.length);
  return lengths.join() === "16,32,32" ? { id, secret, keysDigest } : undefined;
}
