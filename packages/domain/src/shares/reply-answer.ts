// What the public addresses for answers and requests say. Types and closed words only: the pages of people
// outside bring no schema library along.
import type {
  ShareAskedBadly,
  ShareEnd,
  ShareNotMatched,
  ShareThrottled,
} from "./open-share-answer";

/** So many browsers of one person count: those that were used last. */
export const mostReplyKeys = 8;

/** To one share. */
export const mostReplies = 5;

/** For so long after the last view a reply is taken, also when no view is left. */
export const replyAfterLastViewMs = 24 * 60 * 60 * 1000;

/** `no_replies`: its author takes none. `enough`: as many came as may. */
export type ReplyEnd = ShareEnd | "no_replies" | "enough";

export type ReplyAnswer =
  | { status: 200; body: { received: true } }
  | { status: 400; body: ShareAskedBadly }
  | { status: 404; body: ShareNotMatched }
  | { status: 410; body: { reason: ReplyEnd } }
  | { status: 429; body: ShareThrottled };

/** Why a request takes nothing any more, told to who holds its link. */
export type RequestEnd = "expired" | "revoked" | "enough";

/** 200: what is asked for, sealed under the link's secret, and the keys that an answer is sealed to. */
export interface LookedAtRequest {
  publicKeys: string[];
  iv: string;
  ciphertext: string;
  expiresAt: string;
  notesLeft: number;
}

export type LookAtRequestAnswer =
  | { status: 200; body: LookedAtRequest }
  | { status: 400; body: ShareAskedBadly }
  /** One and the same for an unknown id and a wrong link. */
  | { status: 404; body: ShareNotMatched }
  | { status: 410; body: { reason: RequestEnd } };

export type SendNoteAnswer =
  | { status: 200; body: { received: true; notesLeft: number } }
  /** `proof`: the sum is missing, wrong, too old or used: do another. */
  | { status: 400; body: { reason: "malformed" | "proof" } }
  | { status: 404; body: ShareNotMatched }
  | { status: 410; body: { reason: RequestEnd } }
  | { status: 429; body: ShareThrottled };
