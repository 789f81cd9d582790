// The one request of the reader page. The link's secret and the passcode are not in it, only what was
// derived from them; the server's word is checked before it is believed.
import type {
  OpenedShare,
  ShareDevice,
  ShareEnd,
} from "@studydesk/domain/shares/open-share-answer";
import { askJson, parseObject, secondsToWait } from "../ask-json";

export interface OpenRequest {
  id: string;
  linkProof: string;
  authKey: string;
  nonce: string;
  device: ShareDevice;
}

export type ServerWord =
  | { kind: "opened"; share: OpenedShare }
  | { kind: "no_match" }
  | { kind: "ended"; reason: ShareEnd | undefined }
  | { kind: "throttled"; seconds: number }
  | { kind: "unreachable" }
  | { kind: "failed" };

export async function askServer(request: OpenRequest): Promise<ServerWord> {
  // An answer that breaks off is no answer: the same nonce may ask for it again.
  const answer = await askJson("/api/share/open", request);
  return answer ? readAnswer(answer.status, answer.text) : { kind: "unreachable" };
}

/** What an answer means, whoever sent it: a proxy's own pages come this way, too. */
export function readAnswer(status: number, text: string): ServerWord {
  const body = parseObject(text);
  if (status === 200) {
    const share = asOpenedShare(body);
    return share ? { kind: "opened", share } : { kind: "failed" };
  }
  if (status === 404) return { kind: "no_match" };
  if (status === 410) return { kind: "ended", reason: ends.find((end) => end === body.reason) };
  if (status === 429) return { kind: "throttled", seconds: secondsToWait(body) };
  return { kind: "failed" };
}

const ends: readonly ShareEnd[] = [
  "expired",
  "used_up",
  "revoked",
  "reissued",
  "too_many_failures",
];

function asOpenedShare(body: Record<string, unknown>): OpenedShare | undefined {
  const { iv, ciphertext, viewsLeft, expiresAt } = body;
  if (typeof iv !== "string" || typeof ciphertext !== "string") return undefined;
  if (typeof viewsLeft !== "number" || typeof expiresAt !== "string") return undefined;
  if (Number.isNaN(Date.parse(expiresAt))) return undefined;
  return { iv, ciphertext, viewsLeft, expiresAt };
}
