// Joins this tab to the live stream while somebody is signed in, and asks again for what an event made
// old. Events that come in a bunch are answered with one round of requests.
import { type QueryFilters, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "../trpc";
import { browserParts } from "./browser-parts";
import { filtersFor, looksAfterItself } from "./event-filters";
import { joinLive } from "./live-hub";
import type { LiveState } from "./live-message";
import { openLiveStream } from "./open-live-stream";

export const LiveContext = createContext<LiveState>("connecting");

const bunchMs = 150;

export function LiveProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const bunch = new Map<string, QueryFilters>();
    let timer: number | undefined;

    function refresh() {
      timer = undefined;
      for (const filter of bunch.values()) {
        void queryClient.invalidateQueries({
          ...filter,
          predicate: (query) => !looksAfterItself(query),
        });
      }
      bunch.clear();
    }

    const leave = joinLive({
      // Another person in the same browser has another stream.
      ...browserParts(`studydesk-live-${userId}`),
      openStream: (lastEventId, listener) => openLiveStream(client, lastEventId, listener),
      onEvent(event) {
        for (const filter of filtersFor(event, trpc)) {
          bunch.set(JSON.stringify(filter.queryKey), filter);
        }
        timer ??= window.setTimeout(refresh, bunchMs);
      },
      onState: setState,
      onGap: () => void queryClient.invalidateQueries(),
      onEnded: () => void queryClient.invalidateQueries(trpc.people.me.queryFilter()),
    });
    return () => {
      window.clearTimeout(timer);
      leave();
    };
  }, [userId, trpc, client, queryClient]);

  return <LiveContext value={state}>{children}</LiveContext>;
}
