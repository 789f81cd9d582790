// The one address that gives out a sealed share, for people without an account. Outwardly an unknown
// id, a wrong link and a wrong passcode are one and the same; only who has both learns more.
import { inTransaction } from "@studydesk/db/open-database";
import { findShareDigests } from "@studydesk/db/shares/open-share-queries";
import type { OpenShareAnswer } from "@studydesk/domain/shares/open-share-answer";
import { openShareInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { createRateLimits, waitOf } from "../rate-limits";
import { openLockedShare } from "./open-locked-share";
import { digestOf, isSameDigest } from "./share-digests";
import { shareThrottles } from "./share-throttles";

export interface OpenShareRequest {
  body: unknown;
  /** Shortened network of the caller. */
  network: string;
  requestId: string;
}

export type OpenShareResponse = OpenShareAnswer & { headers?: Record<string, string> };

export async function openShareEndpoint(
  deps: Pick<Deps, "db" | "now" | "live" | "limits">,
  request: OpenShareRequest,
): Promise<OpenShareResponse> {
  const parsed = openShareInput.safeParse(request.body);
  if (!parsed.success) return { status: 400, body: { reason: "malformed" } };
  const input = parsed.data;
  const found = await findShareDigests(deps.db, digestOf(input.id));
  if (!isSameDigest(digestOf(input.linkProof), found?.linkProofSha256) || !found) return noMatch();

  try {
    // Looked at once without the row, so that a flood of refused guesses holds up nobody.
    await shareThrottles(deps.limits, found.id, request.network).check();
  } catch (error) {
    return throttled(waitOf(error));
  }
  const answer = await inTransaction(deps.db, (trx) => {
    const limits = createRateLimits(trx, deps.now);
    return openLockedShare(trx, shareThrottles(limits, found.id, request.network), {
      shareId: found.id,
      now: deps.now(),
      authKeySha256: digestOf(input.authKey),
      nonceSha256: digestOf(input.nonce),
      device: input.device ?? null,
    });
  });
  if (answer.status === 429) return throttled(answer.body.retryAfterSeconds);
  deps.live.announce();
  return answer;
}

function noMatch(): OpenShareResponse {
  return { status: 404, body: { reason: "no_match" } };
}

function throttled(retryAfterSeconds: number): OpenShareResponse {
  return {
    status: 429,
    body: { reason: "throttled", retryAfterSeconds },
    headers: { "retry-after": String(retryAfterSeconds) },
  };
}
