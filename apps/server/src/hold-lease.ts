// A lease that is held through a long piece of work: the database is asked again only when half of its
// time is over, so that short steps cost nothing.
import { randomUUID } from "node:crypto";
import type { Deps } from "@studydesk/api/deps";
import { releaseLease, takeLease } from "@studydesk/db/leases";

export interface HeldLease {
  /** Whether this server may do the next step; it has to be over within half of the lease's time. */
  keep(): Promise<boolean>;
  release(): Promise<void>;
}

export function holdLease(
  { db, now }: Pick<Deps, "db" | "now">,
  name: string,
  ms: number,
): HeldLease {
  const owner = randomUUID();
  let heldUntil = 0;
  return {
    async keep() {
      const at = now();
      if (at.getTime() <= heldUntil - ms / 2) return true;
      if (!(await takeLease(db, { name, owner, now: at, ms }))) return false;
      heldUntil = at.getTime() + ms;
      return true;
    },
    async release() {
      if (heldUntil === 0) return;
      heldUntil = 0;
      await releaseLease(db, { name, owner });
    },
  };
}
