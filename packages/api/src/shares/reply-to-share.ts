// Takes what the recipient of a share writes back, sealed to its author's browsers: under the same throttles and
// with the same answers as opening, so that this address is no other way to guess.
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findShareDigests, type LockedShare } from "@studydesk/db/shares/open-share-queries";
import { addReceivedNote, readReplyHistory } from "@studydesk/db/shares/received-note-queries";
import { addShareEvent } from "@studydesk/db/shares/share-queries";
import {
  mostReplies,
  type ReplyAnswer,
  type ReplyEnd,
  replyAfterLastViewMs,
} from "@studydesk/domain/shares/reply-answer";
import { type ReplyToShareInput, replyToShareInput } from "@studydesk/domain/shares/reply-inputs";
import { shareStateOf } from "@studydesk/domain/shares/share-state";
import type { Deps } from "../deps";
import { createRateLimits, waitOf } from "../rate-limits";
import { digestOf, digestOfNonce, isSameDigest } from "./share-digests";
import { shareThrottles } from "./share-throttles";
import { recordOutsideAct, tryPasscode } from "./try-passcode";

export async function replyToShare(
  deps: Deps,
  request: { body: unknown; network: string },
): Promise<ReplyAnswer> {
  const parsed = replyToShareInput.safeParse(request.body);
  if (!parsed.success) return { status: 400, body: { reason: "malformed" } };
  const input = parsed.data;
  const found = await findShareDigests(deps.db, digestOf(input.id));
  if (!isSameDigest(digestOf(input.linkProof), found?.linkProofSha256) || !found) {
    return { status: 404, body: { reason: "no_match" } };
  }
  try {
    // Looked at once without the row, so that a flood of refused guesses holds up nobody.
    await shareThrottles(deps.limits, found.id, request.network).check();
  } catch (error) {
    return { status: 429, body: { reason: "throttled", retryAfterSeconds: waitOf(error) } };
  }
  const answer = await inTransaction(deps.db, async (trx): Promise<ReplyAnswer> => {
    // An erasure under way is waited for, or the reply would outlive it.
    if (found.leadId !== null) await holdLead(trx, found.leadId);
    const limits = createRateLimits(trx, deps.now);
    const tried = await tryPasscode(trx, shareThrottles(limits, found.id, request.network), {
      shareId: found.id,
      now: deps.now(),
      authKeySha256: digestOf(input.authKey),
      device: input.device ?? null,
    });
    return "share" in tried ? keepReply(trx, tried.share, input, deps.now()) : tried.refused;
  });
  if (answer.status === 200 || answer.status === 404) deps.live.announce();
  return answer;
}

async function keepReply(
  trx: Db,
  share: LockedShare,
  { nonce, sealed, device }: ReplyToShareInput,
  now: Date,
): Promise<ReplyAnswer> {
  const at = now.toISOString();
  const nonceSha256 = digestOfNonce(nonce, { kind: "share", id: share.id });
  const { ownerId, leadId, studyId } = share;
  if (ownerId === null || !share.takesReplies) return ended("no_replies");
  const history = await readReplyHistory(trx, share.id, nonceSha256);
  const state = shareStateOf(share, at);
  if (state === "revoked") {
    return ended(share.revokedBecause === "reissued" ? "reissued" : "revoked");
  }
  if (state === "expired") return ended("expired");
  // The answer to it was lost, and it is asked for again: whoever kept it meanwhile is not sent it twice.
  if (history.isSameReply) return received;
  if (state === "used_up" && isLongAfter(history.lastOpenedAt, now)) return ended("used_up");
  if (history.replies >= mostReplies) return ended("enough");
  await addReceivedNote(trx, {
    ...{ ownerId, leadId, studyId, shareId: share.id, requestId: null },
    ...{ nonceSha256, sealed, receivedAt: at },
  });
  await addShareEvent(trx, {
    shareId: share.id,
    at,
    kind: "replied",
    nonceSha256,
    device: device ?? null,
  });
  await recordOutsideAct(trx, share, at, "share.replied", { replies: history.replies + 1 });
  return received;
}

/** Who saw the last view may still be writing. */
function isLongAfter(lastOpenedAt: string | null, now: Date): boolean {
  if (lastOpenedAt === null) return true;
  return new Date(lastOpenedAt).getTime() + replyAfterLastViewMs <= now.getTime();
}

const received: ReplyAnswer = { status: 200, body: { received: true } };

function ended(reason: ReplyEnd): ReplyAnswer {
  return { status: 410, body: { reason } };
}
