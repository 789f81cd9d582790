// What the one public address for opening a share answers. Types and closed words only: the reader
// page brings no schema library along.

/** Why a share that was asked for with the right passcode no longer opens. */
export type ShareEnd = "expired" | "used_up" | "revoked" | "reissued" | "too_many_failures";

/** 200: what the author's browser sealed, for the reader's browser to open. */
export interface OpenedShare {
  iv: string;
  ciphertext: string;
  /** After this view. */
  viewsLeft: number;
  expiresAt: string;
}

/** 404: one and the same for an unknown id, a wrong link and a wrong passcode. */
export interface ShareNotMatched {
  reason: "no_match";
}

/** 410. */
export interface ShareEnded {
  reason: ShareEnd;
}

/** 429, whether the passcode was right or wrong: it was not looked at. */
export interface ShareThrottled {
  reason: "throttled";
  retryAfterSeconds: number;
}

/** 400: not what the reader page sends. */
export interface ShareAskedBadly {
  reason: "malformed";
}

export type OpenShareAnswer =
  | { status: 200; body: OpenedShare }
  | { status: 400; body: ShareAskedBadly }
  | { status: 404; body: ShareNotMatched }
  | { status: 410; body: ShareEnded }
  | { status: 429; body: ShareThrottled };

/** As told by the reader's browser, no more than that: for the author's list of openings. */
export const shareDevices = ["phone", "tablet", "computer"] as const;
export type ShareDevice = (typeof shareDevices)[number];
