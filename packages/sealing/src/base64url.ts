// Bytes as text that fits a URL (RFC 4648 §5, no padding). Strict on the way back, so that
// each byte string has exactly one spelling. The built-in toBase64 is not in Node 24 yet.

export function encodeBase64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined for anything but the one canonical spelling of some bytes. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // Unused bits in the last character must be zero, or two texts would name the same bytes.
  return encodeBase64url(bytes) === text ? bytes : undefined;
}
