// Signed heads of the audit chain: a signature under the hash of a row vouches for that row and for all
// before it. The public key travels with them, so anybody can check and nobody else can forge.

export interface AuditHead {
  /** The row that was the newest one. */
  sequence: number;
  sha256: string;
  keyId: string;
  /** Ed25519 over `auditHeadText`, as base64. */
  signature: string;
}

export interface AuditKey {
  /** The first 16 hex digits of the SHA-256 of the key's 32 bytes. */
  id: string;
  /** The 32 bytes of an Ed25519 public key, as base64. */
  publicKey: string;
}

/** By a row of this action a key enters the chain, named in its details as `keyId`. */
export const auditKeyAdded = "audit.key_added";

/** What is signed. */
export function auditHeadText({
  sequence,
  sha256,
}: Pick<AuditHead, "sequence" | "sha256">): string {
  return `studydesk-audit-head-1\n${sequence}\n${sha256}\n`;
}
