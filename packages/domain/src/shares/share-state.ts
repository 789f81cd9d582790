// What has become of a share. The server never learns what it holds: only when it may still be opened.

export type ShareState = "active" | "expired" | "used_up" | "revoked";

export const shareStateLabels: Readonly<Record<ShareState, string>> = {
  active: "Can be opened",
  expired: "Expired",
  used_up: "Opened as often as allowed",
  revoked: "Revoked",
};

/** Why a share was revoked. */
export type ShareEnding =
  | "owner"
  | "too_many_failures"
  | "reissued"
  /** A site's admin ended it. */
  | "admin"
  /** Its owner works there no more. */
  | "account_closed";

export type ShareEventKind = "opened" | "wrong_passcode" | "revoked" | "extended" | "replied";

/** Wrong passcodes in a share's whole life; the last of them revokes it. */
export const maxShareFailures = 100;

export interface ShareForState {
  readonly revokedAt: string | null;
  readonly expiresAt: string;
  readonly views: number;
  readonly maxViews: number;
}

/** Of several reasons the one that somebody chose comes first. `now` is ISO-8601 UTC. */
export function shareStateOf(share: ShareForState, now: string): ShareState {
  if (share.revokedAt !== null) return "revoked";
  if (share.expiresAt <= now) return "expired";
  if (share.views >= share.maxViews) return "used_up";
  return "active";
}
