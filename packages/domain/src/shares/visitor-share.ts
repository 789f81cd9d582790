// What a visitor, who has no account, may share and learns of it. Types and closed words only: the notes on
// a study's page bring no schema library along.
import type { ShareState } from "./share-state";

export const visitorShareDays = { least: 1, usual: 7, most: 7 } as const;
export const visitorShareViews = { least: 1, usual: 5, most: 5 } as const;

/** 200: how it stands. */
export interface VisitorShareState {
  state: ShareState;
  views: number;
  maxViews: number;
  /** Wrong passcodes in its whole life. */
  failures: number;
  expiresAt: string;
  lastOpenedAt: string | null;
}

export type VisitorShareAnswer =
  | { status: 200; body: VisitorShareState }
  /** Not what the page sends. */
  | { status: 400; body: { reason: "malformed" } }
  /** One and the same for an unknown id and for a wrong revoke key. */
  | { status: 404; body: { reason: "no_match" } }
  | { status: 409; body: { reason: "id_taken" } }
  | { status: 429; body: { reason: "throttled"; retryAfterSeconds: number } };
