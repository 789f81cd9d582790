// Signs the chain's newest row at the end of a transaction that wrote any. Who signs is registered for a
// database once, at composition; without a signer (a command without the secret) rows stay unsigned, and the
// next signature covers them.
import { auditHeadText, auditKeyAdded } from "@studydesk/domain/audit/audit-head";
import type { DialectAdapter } from "kysely";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import { addAudit } from "./audit-queries";
import { findAuditTail } from "./audit-tail";

export interface AuditSigner {
  readonly keyId: string;
  /** 32 bytes, as base64. */
  readonly publicKey: string;
  /** Ed25519, as base64. */
  sign(text: string): string;
}

interface Registered {
  signer: AuditSigner;
  /** Its public key stands in the database, and a row of the chain says so. */
  isKnown: boolean;
}

/** By what all handles of one database share. */
const signers = new WeakMap<DialectAdapter, Registered>();

export function setAuditSigner(db: Db, signer: AuditSigner): void {
  signers.set(db.getExecutor().adapter, { signer, isKnown: false });
}

const insertHead = compileOnce<{
  sequence: number;
  sha256: string;
  keyId: string;
  signature: string;
}>()((db, { one }) =>
  db.insertInto("auditHeads").values({
    sequence: one("sequence"),
    sha256: one("sha256"),
    keyId: one("keyId"),
    signature: one("signature"),
  }),
);

/** Gives what is to be called once the transaction is committed. */
export async function signAuditTail(trx: Db): Promise<() => void> {
  const nothing = () => {};
  const written = findAuditTail(trx);
  const registered = signers.get(trx.getExecutor().adapter);
  if (!written || !registered) return nothing;
  const { signer } = registered;
  if (!registered.isKnown) await introduceKey(trx, signer, written.at);
  const { sequence, sha256 } = findAuditTail(trx) ?? written;
  const signature = signer.sign(auditHeadText({ sequence, sha256 }));
  await insertHead(trx, { sequence, sha256, keyId: signer.keyId, signature });
  return () => {
    registered.isKnown = true;
  };
}

/** Others who sign wait: whoever wrote a row holds the chain's lock. */
async function introduceKey(trx: Db, signer: AuditSigner, at: string): Promise<void> {
  const { keyId, publicKey } = signer;
  const known = await trx
    .selectFrom("auditKeys")
    .select("id")
    .where("id", "=", keyId)
    .executeTakeFirst();
  if (known) return;
  await trx.insertInto("auditKeys").values({ id: keyId, publicKey, addedAt: at }).execute();
  await addAudit(trx, {
    ...{ at, actorId: null, action: auditKeyAdded, siteId: null, details: { keyId } },
    ...{ subject: "installation", subjectId: "1" },
  });
}
