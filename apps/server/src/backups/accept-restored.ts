// After an older database was put back by other means than `studydesk restore`: the ends that were kept outside are
// newer than it, and would be missed for ever. Whoever has the secret and that file says so once, in the trail itself;
// the ends that fit no longer stay beside, to be read by anybody.
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { findAuditHead } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import { readAnchorFile } from "../audit-anchors";
import { recordRestored, type TrailEnd } from "./record-restored";
import { findFittingAnchors, setAnchorsBack } from "./set-anchors-back";

export interface AcceptedRestore {
  from: TrailEnd | null;
  /** The newest end that was kept of what is gone. */
  replaced: TrailEnd;
  anchorsKept: string | undefined;
}

/** `db` has a signer. Throws `ChainBroken` where the trail does not even hold by itself, and rule_broken. */
export async function acceptRestored(
  db: Db,
  { at, anchorFile }: { at: Date; anchorFile: string },
): Promise<AcceptedRestore> {
  await verifyDatabase(db);
  const kept = await readAnchorFile(anchorFile);
  const fitting = await findFittingAnchors(anchorFile, db);
  const own = new Map(fitting.anchors.map(({ sequence, sha256 }) => [sequence, sha256]));
  const gone = [...kept]
    .filter(([sequence, sha256]) => own.get(sequence) !== sha256)
    .sort(([a], [b]) => a - b);
  const [[firstGone] = []] = gone;
  const [sequence, sha256] = gone.at(-1) ?? [];
  if (firstGone === undefined || sequence === undefined || sha256 === undefined) {
    throw new DomainError(
      "rule_broken",
      "Every end that was kept outside is in this trail: no older database was put back, and there is nothing to say.",
    );
  }
  const replaced = { sequence, sha256 };
  const from = await inTransaction(db, async (trx) => {
    const head = (await findAuditHead(trx)) ?? null;
    // Written on since, the trail has rows of those numbers again: it is the old one up to the last end that fits.
    const isWrittenOn = head !== null && head.sequence >= firstGone;
    const last = isWrittenOn ? (fitting.anchors.at(-1) ?? null) : head;
    await recordRestored(trx, { at: at.toISOString(), from: last, replaced });
    return last && { sequence: last.sequence, sha256: last.sha256 };
  });
  return { from, replaced, anchorsKept: await setAnchorsBack(anchorFile, fitting, at) };
}
