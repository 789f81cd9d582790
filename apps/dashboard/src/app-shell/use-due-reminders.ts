// Which of one's own follow-ups fell due since this desk was opened, and are said in this tab. The first tab
// to claim one says it; a hidden tab leaves the others a moment.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { setDueInTitle } from "../lib/screen-title";
import { type RouterOutputs, useTRPC } from "../lib/trpc";
import { useNow } from "../lib/use-now";
import { claimReminder, type Shared } from "./claim-reminder";

type OwnFollowUp = RouterOutputs["reminders"]["mine"][number];

/** Both outlive a reload, not the tab. */
const openedKey = "studydesk.opened";
const saidKey = "studydesk.said";
const hiddenWaitsMs = 3_000;
const browser: Shared = { storage: () => localStorage, locks: navigator.locks };

export function useDueReminders() {
  const trpc = useTRPC();
  const now = useNow();
  const { data } = useQuery(
    trpc.reminders.mine.queryOptions(undefined, {
      refetchInterval: 60 * 60_000,
      staleTime: 60_000,
    }),
  );
  /** Claimed by this tab, and neither opened nor put off. */
  const [said, setSaid] = useState<ReadonlySet<string>>(
    () => new Set(readKept(saidKey)?.split(" ")),
  );
  const [openedAt] = useState(() => {
    const at = readKept(openedKey) ?? new Date().toISOString();
    keep(openedKey, at);
    return at;
  });
  useEffect(() => keep(saidKey, [...said].join(" ")), [said]);
  const upcoming = data ?? [];
  const fallen = upcoming.filter(
    ({ followUpAt }) => followUpAt > openedAt && followUpAt <= now.toISOString(),
  );
  const keys = fallen.map(keyOf).join(" ");

  useEffect(() => {
    if (keys === "") return;
    const claimAll = () => {
      for (const key of keys.split(" ")) {
        void claimReminder(key, browser, Date.now()).then((isOurs) => {
          if (isOurs) setSaid((before) => new Set([...before, key]));
        });
      }
    };
    const timer = window.setTimeout(claimAll, document.hidden ? hiddenWaitsMs : 0);
    return () => window.clearTimeout(timer);
  }, [keys]);

  // One that was done or planned anew meanwhile is no longer among them.
  const due = fallen.filter((each) => said.has(keyOf(each)));
  const count = due.length;
  useEffect(() => {
    setDueInTitle(count);
    return () => setDueInTitle(0);
  }, [count]);

  function dismiss(some: readonly OwnFollowUp[]) {
    const gone = new Set(some.map(keyOf));
    setSaid((before) => new Set([...before].filter((key) => !gone.has(key))));
  }
  return { due, dismiss };
}

function keyOf({ leadId, followUpAt }: OwnFollowUp): string {
  return `${leadId}@${followUpAt}`;
}

function readKept(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: it is said until the next reload.
  }
}
