// What the page behind a request link asks the server before anything is written. The link's secret is not
// in it; the server's word is checked before it is believed.
import type { LookedAtRequest, RequestEnd } from "@studydesk/domain/shares/reply-answer";
import { openRequest, proveRequestLink } from "@studydesk/sealing/note-request";
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import type { RequestLink } from "@studydesk/sealing/request-link";
import { askJson, parseObject } from "../ask-json";

export interface FoundRequest {
  content: ReplyContent;
  publicKeys: readonly string[];
  /** Shows the server that one has the link. */
  linkProof: string;
  expiresAt: string;
  notesLeft: number;
}

export type LookWord =
  | { kind: "looked"; request: LookedAtRequest }
  | { kind: "ended"; reason: RequestEnd | undefined }
  | { kind: "no_match" | "unreachable" | "failed" };

export type Looked =
  | { kind: "found"; found: FoundRequest }
  | { kind: "keys_exchanged" | "changed" }
  | Exclude<LookWord, { kind: "looked" }>;

export async function lookAtRequest(link: RequestLink): Promise<Looked> {
  const linkProof = await proveRequestLink(link);
  const answer = await askJson("/api/note-request/look", { id: link.id, linkProof });
  if (!answer) return { kind: "unreachable" };
  const word = readLookAnswer(answer.status, answer.text);
  if (word.kind !== "looked") return word;
  const { publicKeys, expiresAt, notesLeft } = word.request;
  const opened = await openRequest(link, word.request);
  if (!opened.ok) return { kind: opened.reason };
  const { content } = opened;
  return { kind: "found", found: { content, publicKeys, linkProof, expiresAt, notesLeft } };
}

/** What an answer means, whoever sent it: a proxy's own pages come this way, too. */
export function readLookAnswer(status: number, text: string): LookWord {
  const body = parseObject(text);
  if (status === 200) {
    const request = asRequest(body);
    return request ? { kind: "looked", request } : { kind: "failed" };
  }
  if (status === 404) return { kind: "no_match" };
  if (status === 410) return { kind: "ended", reason: ends.find((end) => end === body.reason) };
  return { kind: "failed" };
}

const ends: readonly RequestEnd[] = ["expired", "revoked", "enough"];

function asRequest(body: Record<string, unknown>): LookedAtRequest | undefined {
  const { publicKeys, iv, ciphertext, expiresAt, notesLeft } = body;
  if (!Array.isArray(publicKeys) || !publicKeys.every((key) => typeof key === "string")) {
    return undefined;
  }
  if (typeof iv !== "string" || typeof ciphertext !== "string") return undefined;
  if (typeof notesLeft !== "number" || typeof expiresAt !== "string") return undefined;
  if (Number.isNaN(Date.parse(expiresAt))) return undefined;
  return { publicKeys, iv, ciphertext, expiresAt, notesLeft };
}
