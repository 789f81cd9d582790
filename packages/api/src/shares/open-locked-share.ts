// Looks at one passcode while the share's row is held: views, wrong tries and throttles of one share
// move one after the other, on either engine. Runs inside a transaction and throws only for bugs,
// since what a refused guess counted must stay counted.
import type { Db } from "@studydesk/db/open-database";
import {
  addShareFailure,
  hasOpenedWithNonce,
  type LockedShare,
  lockShare,
  takeShareView,
} from "@studydesk/db/shares/open-share-queries";
import { addShareEvent, revokeShare } from "@studydesk/db/shares/share-queries";
import type {
  OpenShareAnswer,
  ShareDevice,
  ShareEnd,
} from "@studydesk/domain/shares/open-share-answer";
import { maxShareFailures, shareStateOf } from "@studydesk/domain/shares/share-state";
import { waitOf } from "../rate-limits";
import { recordShareChange, tellOfShare } from "./record-share-change";
import { isSameDigest } from "./share-digests";
import type { ShareThrottles } from "./share-throttles";

export interface Opening {
  shareId: number;
  now: Date;
  authKeySha256: string;
  nonceSha256: string;
  device: ShareDevice | null;
}

/** How long an answer that got lost may be asked for again without counting. */
const replayMs = 2 * 60 * 1000;

export async function openLockedShare(
  trx: Db,
  throttles: ShareThrottles,
  opening: Opening,
): Promise<OpenShareAnswer> {
  const share = await lockShare(trx, opening.shareId);
  // No passcode is looked at any more: one answer for all who hold the link.
  if (share.failures >= maxShareFailures) return ended("too_many_failures");
  try {
    await throttles.begin();
  } catch (error) {
    return { status: 429, body: { reason: "throttled", retryAfterSeconds: waitOf(error) } };
  }
  if (!isSameDigest(opening.authKeySha256, share.authKeySha256)) {
    await throttles.wasWrong();
    await countFailure(trx, share, opening);
    return { status: 404, body: { reason: "no_match" } };
  }
  await throttles.wasRight();
  return open(trx, share, opening);
}

async function open(trx: Db, share: LockedShare, opening: Opening): Promise<OpenShareAnswer> {
  const at = opening.now.toISOString();
  const state = shareStateOf(share, at);
  if (state === "expired") return ended("expired");
  if (state === "revoked") {
    return ended(share.revokedBecause === "reissued" ? "reissued" : "revoked");
  }
  const isSameView = await hasOpenedWithNonce(trx, share.id, opening.nonceSha256, {
    from: new Date(opening.now.getTime() - replayMs).toISOString(),
    // A clock that was set back makes no nonce good for longer.
    to: new Date(opening.now.getTime() + replayMs).toISOString(),
  });
  const views = isSameView ? share.views : await takeShareView(trx, share.id, at);
  if (views === undefined) return ended("used_up");
  if (!isSameView) {
    const { nonceSha256, device } = opening;
    await addShareEvent(trx, { shareId: share.id, at, kind: "opened", nonceSha256, device });
    await tell(trx, share, at, "share.opened", { views });
  }
  return {
    status: 200,
    body: {
      iv: share.iv,
      ciphertext: share.ciphertext,
      viewsLeft: share.maxViews - views,
      expiresAt: share.expiresAt,
    },
  };
}

async function countFailure(trx: Db, share: LockedShare, opening: Opening): Promise<void> {
  const at = opening.now.toISOString();
  const failures = await addShareFailure(trx, share.id);
  const event = { shareId: share.id, at, nonceSha256: null, device: opening.device };
  await addShareEvent(trx, { ...event, kind: "wrong_passcode" });
  const isLast = failures >= maxShareFailures;
  if (isLast && (await revokeShare(trx, share.id, at, "too_many_failures"))) {
    await addShareEvent(trx, { ...event, kind: "revoked", device: null });
    await tell(trx, share, at, "share.revoked", { because: "too_many_failures" });
    return;
  }
  const { id, siteId, ownerId } = share;
  if (ownerId !== null) await tellOfShare(trx, { id, siteId, ownerId }, { at, byUserId: null });
}

/** A visitor's share is nobody's business here: neither the team nor the audit trail hears of it. */
async function tell(
  trx: Db,
  share: LockedShare,
  at: string,
  action: "share.opened" | "share.revoked",
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  const { id, siteId, ownerId } = share;
  if (ownerId === null) return;
  await recordShareChange(trx, { id, siteId, ownerId }, { at, actorId: null, action, details });
}

function ended(reason: ShareEnd): OpenShareAnswer {
  return { status: 410, body: { reason } };
}
