// Checking the whole trail from the dashboard: whoever asks leaves a row, and the server's loop works on it, says how
// far it is, and goes on after a restart. What was found stays until the next check.

import { findAuditHead } from "@studydesk/db/audit/audit-queries";
import {
  addAuditCheck,
  findNewestCheck,
  updateAuditCheck,
} from "@studydesk/db/audit/check-queries";
import { inTransaction } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { ChainBroken } from "./check-chain";
import { type AuditState, readAuditState, requireAuditScope } from "./read-audit";
import { verifyDatabase } from "./verify-database";

/** How often a check says how far it is. */
const tellEveryMs = 1_000;

type CheckDeps = Pick<Deps, "db" | "now" | "auditAnchors" | "auditCheckWanted">;

/** One check is under way at a time: asked for twice, it is the same one. Throws forbidden. */
export async function startAuditCheck(deps: CheckDeps, viewer: Viewer): Promise<AuditState> {
  requireAuditScope(viewer);
  await inTransaction(deps.db, async (trx) => {
    const newest = await findNewestCheck(trx);
    if (newest && newest.endedAt === null) return;
    const total = (await findAuditHead(trx))?.sequence ?? 0;
    await addAuditCheck(trx, { byUserId: viewer.userId, at: deps.now().toISOString(), total });
  });
  deps.auditCheckWanted?.();
  return readAuditState(deps, viewer);
}

/**
 * Works on the check that was asked for, if any. True: it came to an end, whatever it found. `onStep` is called as often
 * as it tells how far it is.
 */
export async function workOnAuditCheck(
  deps: CheckDeps,
  signal: AbortSignal,
  onStep?: () => Promise<unknown>,
): Promise<boolean> {
  const { db, now, auditAnchors } = deps;
  const check = await findNewestCheck(db);
  if (!check || check.endedAt !== null) return false;
  let checked = 0;
  let toldAt = now().getTime();
  const end = async (found: { problem?: string; brokenSequence?: number }) => {
    const at = now().toISOString();
    await updateAuditCheck(db, check.id, { seenAt: at, endedAt: at, checked, ...found });
  };
  try {
    const anchors = await auditAnchors?.read();
    const chain = await verifyDatabase(db, {
      ...(anchors ? { anchors } : {}),
      signal,
      async onProgress(done) {
        checked = done;
        if (now().getTime() - toldAt < tellEveryMs) return;
        toldAt = now().getTime();
        await updateAuditCheck(db, check.id, { seenAt: now().toISOString(), checked });
        await onStep?.();
      },
    });
    checked = chain.sequence;
    await end({});
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    if (!(error instanceof ChainBroken)) throw error;
    await end({ problem: error.problem, brokenSequence: error.sequence });
    return true;
  }
}
