// Who else has a lead open. A screen that shows a lead says so while it is in sight, and says when it is
// left; who is where is read once for all that shows it. Running down a list says nothing.
import {
  type PresenceKind,
  presenceBeatMs,
  presenceKeptMs,
} from "@studydesk/domain/presence/presence";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { type RouterOutputs, useTRPC, useTRPCClient } from "./trpc";
import { useNow } from "./use-now";

export type Presence = RouterOutputs["presence"]["list"][number];

/** Whoever looks for less than this only passes by. */
const restMs = 1_000;

/** Says that this lead is open here; undefined: none is. */
export function useSayPresence(leadId: number | undefined, what: PresenceKind): void {
  const client = useTRPCClient();
  const current = useRef(what);
  const sayAgain = useRef<() => void>(undefined);

  useEffect(() => {
    if (leadId === undefined) return;
    let isSaid = false;
    const say = () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      isSaid = true;
      // Best effort: whoever is not seen for a moment misses nothing of their own.
      client.presence.beat.mutate({ leadId, what: current.current }).catch(() => undefined);
    };
    const leave = () => {
      if (isSaid) sayLeft(leadId);
      isSaid = false;
    };
    const onVisibility = () => {
      if (isSaid) say();
    };
    sayAgain.current = onVisibility;
    const rest = window.setTimeout(say, restMs);
    const beat = window.setInterval(say, presenceBeatMs);
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", leave);
    return () => {
      window.clearTimeout(rest);
      window.clearInterval(beat);
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [leadId, client]);

  useEffect(() => {
    if (current.current === what) return;
    current.current = what;
    sayAgain.current?.();
  }, [what]);
}

/** Also while the page goes away, when an ordinary request would be cut off. */
function sayLeft(leadId: number): void {
  if (!navigator.onLine) return;
  fetch("/api/trpc/presence.leave", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ leadId }),
  }).catch(() => undefined);
}

/** Keeps what is known of others up to date; mounted once. */
export function usePresenceFeed(): void {
  const trpc = useTRPC();
  useQuery(
    trpc.presence.list.queryOptions(undefined, {
      refetchInterval: presenceBeatMs,
      refetchOnWindowFocus: true,
      // Colleagues who cannot be asked for are not shown; nothing else hangs on it.
      retry: false,
    }),
  );
}

const nobody: readonly Presence[] = [];

/** The others who have this lead open now. */
export function usePeopleOn(leadId: number): readonly Presence[] {
  const trpc = useTRPC();
  const now = useNow();
  const select = useCallback(
    (people: Presence[]) => people.filter((each) => each.leadId === leadId),
    [leadId],
  );
  const known = useQuery(
    trpc.presence.list.queryOptions(undefined, { enabled: false, staleTime: Infinity, select }),
  );
  const oldest = known.dataUpdatedAt + presenceKeptMs;
  return known.data && now.getTime() < oldest ? known.data : nobody;
}
