// Checks the audit chain where it is written: every row, every signature under it, the digests that were kept
// outside, and that the signatures under reviews are the ones that the chain speaks of. In portions, so that
// its length takes no memory and others get their turn.
import { findAuditHead } from "@studydesk/db/audit/audit-queries";
import {
  countSignatures,
  listAuditHeads,
  listAuditKeys,
  listAuditRows,
  listSignatureDigests,
  type StoredAuditRow,
} from "@studydesk/db/audit/chain-queries";
import type { Db } from "@studydesk/db/open-database";
import { type ChainChecker, type CheckedChain, createChainChecker } from "./check-chain";

export interface VerifyOptions {
  anchors?: ReadonlyMap<number, string>;
  onProgress?: (checked: number, total: number) => void | Promise<void>;
  signal?: AbortSignal;
}

const pageSize = 500;

/** Throws `ChainBroken`; and whatever the signal's reason is. */
export async function verifyDatabase(
  db: Db,
  { anchors, onProgress, signal }: VerifyOptions = {},
): Promise<CheckedChain> {
  const checker = createChainChecker(anchors);
  for (const key of await listAuditKeys(db)) await checker.addKey(key);
  const upTo = (await findAuditHead(db))?.sequence ?? 0;
  const reviews = createReviewCheck(db, checker);
  for (let after = 0; after < upTo; ) {
    signal?.throwIfAborted();
    const rows = await listAuditRows(db, { after, upTo, limit: pageSize });
    const end = rows.at(-1)?.sequence ?? upTo;
    const heads = await listAuditHeads(db, { after, upTo: end });
    await reviews.compare(rows);
    let next = 0;
    for (const row of rows) {
      if (!row.isReadable) await checker.fail("not_readable", checker.next());
      await checker.addRow(row);
      for (let head = heads[next]; head && head.sequence <= row.sequence; head = heads[++next]) {
        await checker.addHead(head);
      }
    }
    after = end;
    await onProgress?.(after, upTo);
  }
  const checked = await checker.end();
  await reviews.end(checked.sequence);
  return checked;
}

/** Rows are compared before they are checked: what is told is still the first row that does not hold. */
function createReviewCheck(db: Db, checker: ChainChecker) {
  const signed = "lead.review_signed";
  let found = 0;
  /** Made up with the demo's people, without rows of their own; null: nobody counted. */
  let madeUp: number | null = 0;
  let wrong: number | undefined;
  return {
    async compare(rows: readonly StoredAuditRow[]): Promise<void> {
      for (const { action, details } of rows) {
        if (action !== "leads.made_up" || madeUp === null) continue;
        const { signatures } = details;
        madeUp = typeof signatures === "number" ? madeUp + signatures : null;
      }
      const spoken = rows.filter(({ action }) => action === signed);
      const kept = await listSignatureDigests(
        db,
        spoken.map(({ details }) => Number(details.reviewId)),
      );
      for (const { sequence, details } of spoken) {
        if (kept.get(Number(details.reviewId)) === details.signatureSha256) found += 1;
        else wrong ??= sequence;
      }
    },
    /** What the chain itself says comes first: only a chain that holds can speak for anything. */
    async end(sequence: number): Promise<void> {
      if (wrong !== undefined) await checker.fail("review_signature", wrong);
      if (madeUp === null) return;
      const all = await countSignatures(db);
      // One that was signed since this began has its row behind where it ended.
      const later = (await findAuditHead(db))?.sequence !== sequence;
      if (all > found + madeUp && !later) await checker.fail("review_unsigned", sequence);
    },
  };
}
