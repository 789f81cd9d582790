// Of the tabs of one browser, one says a reminder: the first that claims it. Ids and times alone are kept, for
// a day.

const prefix = "studydesk.reminded.";
/** One tab or another has said it by then. */
const claimHoldsMs = 24 * 3_600_000;

/** What all tabs of this browser share. */
export interface Shared {
  /** A browser that keeps nothing throws here. */
  storage: () => Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
  /** Left out: pages that are not served securely have none. */
  locks?: Pick<LockManager, "request"> | undefined;
}

/** True for the one tab that says it. */
export async function claimReminder(
  key: string,
  { storage, locks }: Shared,
  now: number,
): Promise<boolean> {
  const take = () => {
    try {
      const kept = storage();
      forgetOld(kept, now);
      if (kept.getItem(prefix + key) !== null) return false;
      kept.setItem(prefix + key, String(now));
    } catch {
      // A browser that keeps nothing says it in every tab.
    }
    return true;
  };
  return locks ? locks.request(`${prefix}claim`, take) : take();
}

function forgetOld(kept: ReturnType<Shared["storage"]>, now: number): void {
  const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? "");
  for (const key of keys) {
    const at = key.startsWith(prefix) ? Number(kept.getItem(key)) : Number.NaN;
    if (now - at > claimHoldsMs) kept.removeItem(key);
  }
}
