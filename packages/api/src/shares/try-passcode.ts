// Looks at one passcode while the share's row is held: wrong tries and throttles of one share move one after
// the other, on either engine, whether it is to be opened or answered. Runs inside a transaction and throws
// only for bugs, since what a refused guess counted must stay counted.
import type { Db } from "@studydesk/db/open-database";
import {
  addShareFailure,
  type LockedShare,
  lockShare,
} from "@studydesk/db/shares/open-share-queries";
import { addShareEvent, revokeShare } from "@studydesk/db/shares/share-queries";
import type {
  ShareDevice,
  ShareEnded,
  ShareNotMatched,
  ShareThrottled,
} from "@studydesk/domain/shares/open-share-answer";
import { maxShareFailures } from "@studydesk/domain/shares/share-state";
import { waitOf } from "../rate-limits";
import { recordShareChange, tellOfShare } from "./record-share-change";
import { isSameDigest } from "./share-digests";
import type { ShareThrottles } from "./share-throttles";

export interface PasscodeTry {
  shareId: number;
  now: Date;
  authKeySha256: string;
  device: ShareDevice | null;
}

export type PasscodeRefusal =
  | { status: 404; body: ShareNotMatched }
  | { status: 410; body: ShareEnded }
  | { status: 429; body: ShareThrottled };

/** With the right passcode: the share, held, in whatever state it is. */
export async function tryPasscode(
  trx: Db,
  throttles: ShareThrottles,
  tried: PasscodeTry,
): Promise<{ share: LockedShare } | { refused: PasscodeRefusal }> {
  const share = await lockShare(trx, tried.shareId);
  // No passcode is looked at any more: one answer for all who hold the link.
  if (share.failures >= maxShareFailures) {
    return { refused: { status: 410, body: { reason: "too_many_failures" } } };
  }
  try {
    await throttles.begin();
  } catch (error) {
    const retryAfterSeconds = waitOf(error);
    return { refused: { status: 429, body: { reason: "throttled", retryAfterSeconds } } };
  }
  if (!isSameDigest(tried.authKeySha256, share.authKeySha256)) {
    await throttles.wasWrong();
    await countFailure(trx, share, tried);
    return { refused: { status: 404, body: { reason: "no_match" } } };
  }
  await throttles.wasRight();
  return { share };
}

async function countFailure(trx: Db, share: LockedShare, tried: PasscodeTry): Promise<void> {
  const at = tried.now.toISOString();
  const failures = await addShareFailure(trx, share.id);
  const event = { shareId: share.id, at, nonceSha256: null, device: tried.device };
  await addShareEvent(trx, { ...event, kind: "wrong_passcode" });
  const isLast = failures >= maxShareFailures;
  if (isLast && (await revokeShare(trx, share.id, at, "too_many_failures"))) {
    await addShareEvent(trx, { ...event, kind: "revoked", device: null });
    await recordOutsideAct(trx, share, at, "share.revoked", { because: "too_many_failures" });
    return;
  }
  const { id, siteId, ownerId } = share;
  if (ownerId !== null) await tellOfShare(trx, { id, siteId, ownerId }, { at, byUserId: null });
}

/** A visitor's share is nobody's business here: neither the team nor the audit trail hears of it. */
export async function recordOutsideAct(
  trx: Db,
  { id, siteId, ownerId }: LockedShare,
  at: string,
  action: "share.opened" | "share.replied" | "share.revoked",
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  if (ownerId === null) return;
  await recordShareChange(trx, { id, siteId, ownerId }, { at, actorId: null, action, details });
}
