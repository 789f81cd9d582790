// One secret file, several keys: each purpose has a key of its own, so none can be used for another.
import { hkdfSync } from "node:crypto";

export interface SecretKeys {
  /** Signs session cookies. */
  readonly auth: string;
  /** Seals private notes at rest (AES-256). */
  readonly notes: Buffer;
  /** Seals the keys of second factors (AES-256). */
  readonly secondFactors: Buffer;
  /** Signs the links by which a reader changes or ends study alerts. */
  readonly links: Buffer;
  /** Makes the names by which exports tell of people without saying who they are. */
  readonly pseudonyms: Buffer;
  /** Becomes the key that signs the ends of the audit chain. */
  readonly audit: Buffer;
  /** Sign the sums that visitors' browsers do, and their answers. */
  readonly challenges: { readonly signature: string; readonly key: string };
}

/** Throws when the secret is shorter than 32 bytes. */
export function deriveSecretKeys(secret: Uint8Array): SecretKeys {
  if (secret.length < 32) {
    throw new Error("The secret file must hold at least 32 bytes.");
  }
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "studydesk", purpose, 32));
  return {
    auth: keyFor("auth").toString("base64url"),
    notes: keyFor("notes-1"),
    secondFactors: keyFor("second-factors-1"),
    links: keyFor("links-1"),
    pseudonyms: keyFor("pseudonyms-1"),
    audit: keyFor("audit-1"),
    challenges: {
      signature: keyFor("challenges-1").toString("base64url"),
      key: keyFor("challenge-keys-1").toString("base64url"),
    },
  };
}
