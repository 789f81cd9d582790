// Goes through an audit chain from its first row, wherever it is kept, and stops at the first thing that does
// not hold. It needs neither a database nor the secret. Signatures are checked a few dozen at a time, by the
// threads beside this one; what is wrong first is still what is told.
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { promisify } from "node:util";
import { auditHash } from "@studydesk/db/audit/audit-hash";
import { auditStart } from "@studydesk/domain/audit/audit-entry";
import type { AuditRow } from "@studydesk/domain/audit/audit-export";
import {
  type AuditHead,
  type AuditKey,
  auditHeadText,
  auditKeyAdded,
} from "@studydesk/domain/audit/audit-head";
import { type ChainProblem, chainProblemSentence } from "@studydesk/domain/audit/chain-problem";
import { backupRestored, type Restored, readRestored } from "@studydesk/domain/audit/restored-row";
import { auditKeyIdOf } from "./create-audit-signer";

/** Its message is the sentence for a person. */
export class ChainBroken extends Error {
  constructor(
    readonly problem: ChainProblem,
    readonly sequence: number,
  ) {
    super(chainProblemSentence(problem, sequence));
    this.name = "ChainBroken";
  }
}

export interface CheckedChain {
  /** The newest row; 0 where there is none. */
  sequence: number;
  sha256: string;
  heads: number;
  /** The newest row that a signature covers. */
  signedUpTo: number;
  keys: readonly { id: string; heads: number }[];
  /** What the trail itself says of older databases that were put back, oldest first. */
  restored: readonly Restored[];
}

export interface ChainChecker {
  /** All of these throw `ChainBroken`. */
  addKey(key: AuditKey): Promise<void>;
  addRow(row: AuditRow): Promise<void>;
  addHead(head: AuditHead): Promise<void>;
  /** For what the caller found wrong by itself: signatures under way come first. */
  fail(problem: ChainProblem, sequence: number): Promise<never>;
  end(): Promise<CheckedChain>;
  /** The row that comes next. */
  next(): number;
  verifyText(keyId: string, text: string, signature: string): Promise<boolean>;
}

const verifySoon = promisify(
  (data: Buffer, key: KeyObject, signature: Buffer, done: (e: Error | null, ok: boolean) => void) =>
    verify(null, data, key, signature, done),
);
const mostUnderWay = 64;
const spkiStart = Buffer.from("302a300506032b6570032100", "hex");

/** `anchors`: digests by row that were kept elsewhere. `from`: begins behind this row, which is taken as it is. */
export function createChainChecker(
  anchors: ReadonlyMap<number, string> = new Map(),
  from: Pick<AuditRow, "sequence" | "sha256"> = { sequence: 0, sha256: auditStart },
): ChainChecker {
  const keys = new Map<string, { key: KeyObject; heads: number; isAnnounced: boolean }>();
  let last = { sequence: from.sequence, sha256: from.sha256 };
  let heads = 0;
  let signedUpTo = 0;
  const restored: Restored[] = [];
  let underWay: { sequence: number; isTrue: Promise<boolean> }[] = [];

  async function settle(): Promise<void> {
    const settled = underWay;
    underWay = [];
    const answers = await Promise.all(settled.map(({ isTrue }) => isTrue));
    const wrong = settled.find((_, index) => !answers[index]);
    if (wrong) throw new ChainBroken("signature_forged", wrong.sequence);
  }

  async function fail(problem: ChainProblem, sequence: number): Promise<never> {
    await settle();
    throw new ChainBroken(problem, sequence);
  }

  async function verifyText(keyId: string, text: string, signature: string): Promise<boolean> {
    const known = keys.get(keyId);
    const bytes = Buffer.from(signature, "base64");
    // A key that no row brought in vouches for nothing, at a file's end either.
    if (!known?.isAnnounced || bytes.toString("base64") !== signature) return false;
    return verifySoon(Buffer.from(text), known.key, bytes);
  }

  return {
    verifyText,
    fail,
    next: () => last.sequence + 1,
    async addKey({ id, publicKey }) {
      const bytes = Buffer.from(publicKey, "base64");
      const isWhole = bytes.length === 32 && bytes.toString("base64") === publicKey;
      if (!isWhole || auditKeyIdOf(bytes) !== id) await fail("key_altered", last.sequence + 1);
      const der = Buffer.concat([spkiStart, bytes]);
      const key = createPublicKey({ key: der, format: "der", type: "spki" });
      keys.set(id, { key, heads: 0, isAnnounced: from.sequence > 0 });
    },
    async addRow(row) {
      const expected = last.sequence + 1;
      if (row.sequence > expected) await fail("missing", expected);
      if (row.sequence < expected) await fail("out_of_order", expected);
      if (row.previousSha256 !== last.sha256) await fail("not_linked", expected);
      if (auditHash(last.sha256, row) !== row.sha256) await fail("altered", expected);
      const anchored = anchors.get(expected);
      if (anchored !== undefined && anchored !== row.sha256) await fail("anchor_other", expected);
      if (row.action === auditKeyAdded) {
        const added = keys.get(String(row.details.keyId));
        if (added) added.isAnnounced = true;
      }
      if (row.action === backupRestored) restored.push(readRestored(row));
      last = { sequence: expected, sha256: row.sha256 };
    },
    async addHead(head) {
      const { sequence, sha256, keyId } = head;
      if (sequence !== last.sequence) await fail("out_of_order", sequence);
      if (sha256 !== last.sha256) await fail("head_altered", sequence);
      const known = keys.get(keyId);
      if (!known) return fail("key_unknown", sequence);
      if (!known.isAnnounced) await fail("key_not_announced", sequence);
      const isTrue = verifyText(keyId, auditHeadText(head), head.signature);
      underWay.push({ sequence, isTrue });
      known.heads += 1;
      heads += 1;
      signedUpTo = sequence;
      if (underWay.length >= mostUnderWay) await settle();
    },
    async end() {
      await settle();
      const lost = [...anchors.keys()].filter((sequence) => sequence > last.sequence);
      if (lost.length > 0) throw new ChainBroken("anchor_missing", last.sequence + 1);
      const used = [...keys].map(([id, key]) => ({ id, heads: key.heads }));
      return { ...last, heads, signedUpTo, keys: used, restored };
    },
  };
}
