// Sends what somebody outside wrote, sealed; what the server says to it comes in closed words alone.
import { encodeBase64url } from "@studydesk/sealing/base64url";
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import { sealReply } from "@studydesk/sealing/seal-reply";
import { askJson, parseObject, secondsToWait } from "../ask-json";

export type SentWord =
  /** `notesLeft`: how many more the link takes, where the server says so. */
  | { kind: "sent"; notesLeft?: number }
  /** `enough`: it takes no more of them; otherwise the link is at its end. */
  | { kind: "ended"; isEnough: boolean }
  | { kind: "throttled"; seconds: number }
  /** `unproven`: the sum that goes along was missing, too old or used. */
  | { kind: "unproven" | "unreachable" | "failed" };

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
  const body = parseObject(text);
  const { received, reason, notesLeft } = body;
  if (status === 200 && received === true) {
    return typeof notesLeft === "number" ? { kind: "sent", notesLeft } : { kind: "sent" };
  }
  // The link was opened before: that it matches nothing any more is an end, too.
  if (status === 404 || status === 410) return { kind: "ended", isEnough: reason === "enough" };
  if (status === 429) return { kind: "throttled", seconds: secondsToWait(body) };
  return { kind: status === 400 && reason === "proof" ? "unproven" : "failed" };
}
