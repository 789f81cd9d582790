// The key that signs the audit chain's ends: Ed25519, made from the installation's secret, so that it is never
// stored. Its public half is known by the beginning of its digest.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import type { AuditSigner } from "@studydesk/db/audit/audit-signer";

/** PKCS #8 wraps the 32 bytes of an Ed25519 key in this (RFC 8410). */
const pkcs8Start = Buffer.from("302e020100300506032b657004220420", "hex");
/** SPKI wraps the public 32 in 12 bytes. */
const spkiStartBytes = 12;

export function createAuditSigner(seed: Buffer): AuditSigner {
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Start, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicBytes = createPublicKey(key)
    .export({ format: "der", type: "spki" })
    .subarray(spkiStartBytes);
  return {
    keyId: auditKeyIdOf(publicBytes),
    publicKey: publicBytes.toString("base64"),
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64"),
  };
}

export function auditKeyIdOf(publicBytes: Buffer): string {
  return createHash("sha256").update(publicBytes).digest("hex").slice(0, 16);
}
