// How often a passcode may be guessed by somebody who holds the link. A wrong link counts nowhere, so
// knowing a share's id locks nobody out.
import type { Limit, RateLimits } from "../rate-limits";

const perShareAndNetwork: Limit = {
  name: "share-network",
  most: 5,
  windowSeconds: 10 * 60,
  pauseSeconds: 30 * 60,
};
const perShare: Limit = { name: "share", most: 20, windowSeconds: 60 * 60 };
const perNetwork: Limit = { name: "share-guesses", most: 100, windowSeconds: 24 * 60 * 60 };

export interface ShareThrottles {
  /** Throws `rate_limited` when no further passcode may be looked at now. */
  check(): Promise<void>;
  /** Call before looking at a passcode, with the share's row held; throws like `check`. */
  begin(): Promise<void>;
  wasWrong(): Promise<void>;
  wasRight(): Promise<void>;
}

/**
 * The share's own counters move only while its row is held. The network's counts over all shares: its
 * point is taken first and given back for a right passcode, so guesses at several shares add up, too.
 */
export function shareThrottles(
  limits: RateLimits,
  shareId: number,
  network: string,
): ShareThrottles {
  const here = `${shareId}:${network}`;
  const share = String(shareId);
  return {
    async check() {
      await limits.check(perShareAndNetwork, here);
      await limits.check(perShare, share);
      await limits.check(perNetwork, network);
    },
    async begin() {
      await limits.check(perShareAndNetwork, here);
      await limits.check(perShare, share);
      await limits.use(perNetwork, network);
    },
    async wasWrong() {
      await limits.use(perShareAndNetwork, here);
      await limits.use(perShare, share);
    },
    async wasRight() {
      await limits.giveBack(perNetwork, network);
    },
  };
}
