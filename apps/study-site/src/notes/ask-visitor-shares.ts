// The requests about shares. What goes out is sealed; the server's word is checked before it is believed.
import type { VisitorShareState } from "@studydesk/domain/shares/visitor-share";
import type { SealedShare } from "@studydesk/sealing/seal";
import { askJson, parseObject } from "../ask-json";
import type { OwnShare } from "./kept-notes";

export type ShareWord =
  | { kind: "known"; share: VisitorShareState }
  | { kind: "gone" }
  | { kind: "throttled"; minutes: number }
  | { kind: "unreachable" }
  | { kind: "failed" };

export function keepShare(
  share: SealedShare & { revokeKey: string; expiresInDays: number; maxViews: number },
): Promise<ShareWord> {
  return ask("", share);
}

export function askShareState({ id, revokeKey }: OwnShare): Promise<ShareWord> {
  return ask("/state", { id, revokeKey });
}

export function takeShareBack({ id, revokeKey }: OwnShare): Promise<ShareWord> {
  return ask("/revoke", { id, revokeKey });
}

async function ask(path: string, body: object): Promise<ShareWord> {
  const answer = await askJson(`/api/visitor-shares${path}`, body);
  return answer ? readWord(answer.status, answer.text) : { kind: "unreachable" };
}

/** What an answer means, whoever sent it: a proxy's own pages come this way, too. */
export function readWord(status: number, text: string): ShareWord {
  const body = parseObject(text);
  if (status === 200) {
    const share = asState(body);
    return share ? { kind: "known", share } : { kind: "failed" };
  }
  if (status === 404 && body.reason === "no_match") return { kind: "gone" };
  if (status === 429) {
    const seconds = Number(body.retryAfterSeconds);
    return { kind: "throttled", minutes: Math.ceil((seconds > 0 ? seconds : 60) / 60) };
  }
  return { kind: "failed" };
}

const states = ["active", "expired", "used_up", "revoked"] as const;

function asState(body: Record<string, unknown>): VisitorShareState | undefined {
  const { views, maxViews, failures, expiresAt, lastOpenedAt } = body;
  const state = states.find((known) => known === body.state);
  if (!state || typeof expiresAt !== "string" || Number.isNaN(Date.parse(expiresAt))) {
    return undefined;
  }
  if (typeof views !== "number" || typeof maxViews !== "number") return undefined;
  return {
    state,
    views,
    maxViews,
    failures: typeof failures === "number" ? failures : 0,
    expiresAt,
    lastOpenedAt: typeof lastOpenedAt === "string" ? lastOpenedAt : null,
  };
}
