// The digest that tells whether a field's text is still the very same.

/** SHA-256 in hex. Browsers offer it on secure pages alone. */
export async function textDigest(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
