// Sends what somebody outside wrote, sealed; what the server says to it comes in closed words alone.
import { encodeBase64url } from "@studydesk/sealing/base64url";
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import { sealReply } from "@studydesk/sealing/seal-reply";
import { askJson, parseObject } from "../ask-json";

export type SentWord =
  | { kind: "sent" }
  /** `enough`: it takes no more of them; otherwise the link is at its end. */
  | { kind: "ended"; isEnough: boolean }
  | { kind: "throttled" | "unreachable" | "failed" };

export interface Parcel {
  nonce: string;
  sealed: string;
}

/** The same words give the same parcel, so that a lost answer can be asked for without writing twice. */
export function prepareParcels(
  to: Parameters<typeof sealReply>[0],
): (content: ReplyContent) => Promise<Parcel> {
  let last: { words: string; parcel: Parcel } | undefined;
  return async (content) => {
    const words = JSON.stringify([content.text, content.from]);
    if (last?.words === words) return last.parcel;
    const nonce = encodeBase64url(crypto.getRandomValues(new Uint8Array(16)));
    const parcel = { nonce, sealed: await sealReply(to, content) };
    last = { words, parcel };
    return parcel;
  };
}

export async function sendBack(path: string, request: object): Promise<SentWord> {
  const answer = await askJson(path, request);
  return answer ? readSentAnswer(answer.status, answer.text) : { kind: "unreachable" };
}

/** What an answer means, whoever sent it: a proxy's own pages come this way, too. */
export function readSentAnswer(status: number, text: string): SentWord {
  const { received, reason } = parseObject(text);
  if (status === 200 && received === true) return { kind: "sent" };
  // The link was opened before: that it matches nothing any more is an end, too.
  if (status === 404 || status === 410) return { kind: "ended", isEnough: reason === "enough" };
  return { kind: status === 429 ? "throttled" : "failed" };
}
