// The link of a sealed share: `/n/<id>#1.<secret>`. The fragment never reaches a server, and
// its `1` fixes every algorithm and parameter, so that no server can weaken them.
import { decodeBase64url } from "./base64url";

/** Both in base64url: `id` is 16 bytes, `secret` 32. Only `id` may ever be sent to a server. */
export type ShareLink = { id: string; secret: string };

export const shareIdBytes = 16;
export const shareSecretBytes = 32;

/** The path with its fragment, to be appended to the origin of the installation. */
export function makeShareLink({ id, secret }: ShareLink): string {
  return `/n/${id}#1.${secret}`;
}

/** Takes a path or a whole http(s) address; undefined for anything malformed. */
export function parseShareLink(text: string): ShareLink | undefined {
  const match = /^(?:https?:\/\/[^/?#\s]+)?\/n\/([\w-]+)#1\.([\w-]+)$/.exec(text);
  const [, id, secret] = match ?? [];
  if (id === undefined || secret === undefined) return undefined;
  if (decodeBase64url(id)?.length !== shareIdBytes) return undefined;
  if (decodeBase64url(secret)?.length !== shareSecretBytes) return undefined;
  return { id, secret };
}
