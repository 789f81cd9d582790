// Opens a share for whoever has its passcode while its row is held, so that views move one after the other,
// on either engine. Runs inside a transaction and throws only for bugs.
import type { Db } from "@studydesk/db/open-database";
import {
  hasOpenedWithNonce,
  type LockedShare,
  takeShareView,
} from "@studydesk/db/shares/open-share-queries";
import { addShareEvent } from "@studydesk/db/shares/share-queries";
import type { OpenShareAnswer, ShareEnd } from "@studydesk/domain/shares/open-share-answer";
import { shareStateOf } from "@studydesk/domain/shares/share-state";
import type { ShareThrottles } from "./share-throttles";
import { type PasscodeTry, recordOutsideAct, tryPasscode } from "./try-passcode";

export interface Opening extends PasscodeTry {
  nonceSha256: string;
}

/** How long an answer that got lost may be asked for again without counting. */
const replayMs = 2 * 60 * 1000;

export async function openLockedShare(
  trx: Db,
  throttles: ShareThrottles,
  opening: Opening,
): Promise<OpenShareAnswer> {
  const tried = await tryPasscode(trx, throttles, opening);
  return "share" in tried ? open(trx, tried.share, opening) : tried.refused;
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
    await recordOutsideAct(trx, share, at, "share.opened", { views });
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

function ended(reason: ShareEnd): OpenShareAnswer {
  return { status: 410, body: { reason } };
}
