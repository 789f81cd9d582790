// Checks the audit chain where it is written: every row, every signature under it, the digests that were kept
// outside, and that the signatures under reviews are the ones that the chain speaks of, with what was signed. In
// portions, so that its length takes no memory and others get their turn.
import { findAuditHead } from "@studydesk/db/audit/audit-queries";
import {
  countSignatures,
  listAuditHeads,
  listAuditKeys,
  listAuditRows,
  listSignaturesOf,
  type StoredAuditRow,
} from "@studydesk/db/audit/chain-queries";
import type { Db } from "@studydesk/db/open-database";
import { verifySignature } from "../reviews/verify-signature";
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
  const upTo = (await findAuditHead(db))?.sequence ?? 0;
  const reviews = createReviewCheck(db, checker);
  await walk(db, checker, { after: 0, upTo }, async (rows, checked) => {
    signal?.throwIfAborted();
    await reviews.compare(rows);
    await onProgress?.(checked, upTo);
  });
  const checked = await checker.end();
  await reviews.end(checked.sequence);
  return checked;
}

/** The last rows alone, and whether the newest end that was kept outside is still there. Throws `ChainBroken`. */
export async function verifyTail(
  db: Db,
  anchors: ReadonlyMap<number, string>,
  mostRows = 1_000,
): Promise<void> {
  const upTo = (await findAuditHead(db))?.sequence ?? 0;
  const after = Math.max(0, upTo - mostRows);
  const [before] = after === 0 ? [] : await findRow(db, after);
  const checker = createChainChecker(anchors, before);
  const newest = Math.max(0, ...anchors.keys());
  const [kept] = newest > 0 && newest <= after ? await findRow(db, newest) : [];
  if (kept && kept.sha256 !== anchors.get(newest)) await checker.fail("anchor_other", newest);
  await walk(db, checker, { after, upTo });
  await checker.end();
}

function findRow(db: Db, sequence: number): Promise<StoredAuditRow[]> {
  return listAuditRows(db, { after: sequence - 1, upTo: sequence, limit: 1 });
}

async function walk(
  db: Db,
  checker: ChainChecker,
  { after, upTo }: { after: number; upTo: number },
  onPage?: (rows: readonly StoredAuditRow[], checked: number) => Promise<void>,
): Promise<void> {
  for (const key of await listAuditKeys(db)) await checker.addKey(key);
  for (let from = after; from < upTo; ) {
    const rows = await listAuditRows(db, { after: from, upTo, limit: pageSize });
    const to = rows.at(-1)?.sequence ?? upTo;
    const heads = await listAuditHeads(db, { after: from, upTo: to });
    let next = 0;
    for (const row of rows) {
      if (!row.isReadable) await checker.fail("not_readable", checker.next());
      await checker.addRow(row);
      for (let head = heads[next]; head && head.sequence <= row.sequence; head = heads[++next]) {
        await checker.addHead(head);
      }
    }
    await onPage?.(rows, to);
    from = to;
  }
}

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
      const kept = await listSignaturesOf(
        db,
        spoken.map(({ details }) => Number(details.reviewId)),
      );
      const byReview = new Map(kept.map((signature) => [signature.reviewId, signature]));
      for (const { sequence, details } of spoken) {
        const signature = byReview.get(Number(details.reviewId));
        const isOwn = signature?.sha256 === details.signatureSha256;
        if (signature && isOwn && verifySignature(signature) !== "altered") found += 1;
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
