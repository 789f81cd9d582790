// Joins this tab to the live stream while somebody is signed in, and asks again for what an event made
// old. Events that come in a bunch are answered with one round of requests.
import { type QueryFilters, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useEffect, useState } from "react";
import { useNotesAcrossTabs } from "../notes-across-tabs";
import { usePresenceFeed } from "../presence";
import { useTRPC, useTRPCClient } from "../trpc";
import { browserParts } from "./browser-parts";
import { figuresFor, filtersFor, looksAfterItself } from "./event-filters";
import { joinLive } from "./live-hub";
import type { LiveState } from "./live-message";
import { openLiveStream } from "./open-live-stream";

export const LiveContext = createContext<LiveState>("connecting");

const bunchMs = 150;
/** Who looks at what, and what a job does to many leads, changes by the second: nobody waits for each. */
const slowBunchMs = 1_000;
const figuresBunchMs = 2_000;

export function LiveProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  usePresenceFeed();
  useNotesAcrossTabs();

  useEffect(() => {
    const bunchOf = (ms: number) =>
      createBunch(ms, (filter) => {
        void queryClient.invalidateQueries({
          ...filter,
          predicate: (query) => !looksAfterItself(query),
        });
      });
    const changes = bunchOf(bunchMs);
    const slow = bunchOf(slowBunchMs);
    const figures = bunchOf(figuresBunchMs);

    const leave = joinLive({
      // Another person in the same browser has another stream.
      ...browserParts(`studydesk-live-${userId}`),
      openStream: (lastEventId, listener) => openLiveStream(client, lastEventId, listener),
      onEvent(event) {
        const isSlow = event.kind === "presence" || event.kind === "leads";
        const bunch = isSlow ? slow : changes;
        for (const filter of filtersFor(event, trpc)) bunch.add(filter);
        for (const filter of figuresFor(event, trpc)) figures.add(filter);
      },
      onState: setState,
      onGap: () => void queryClient.invalidateQueries(),
      onEnded: () => void queryClient.invalidateQueries(trpc.people.me.queryFilter()),
    });
    return () => {
      changes.drop();
      slow.drop();
      figures.drop();
      leave();
    };
  }, [userId, trpc, client, queryClient]);

  return <LiveContext value={state}>{children}</LiveContext>;
}

/** Gathers filters for a moment; the same one counts once. */
function createBunch(ms: number, refresh: (filter: QueryFilters) => void) {
  const gathered = new Map<string, QueryFilters>();
  let timer: number | undefined;
  return {
    add(filter: QueryFilters) {
      gathered.set(JSON.stringify(filter.queryKey), filter);
      timer ??= window.setTimeout(() => {
        timer = undefined;
        const filters = [...gathered.values()];
        gathered.clear();
        for (const each of filters) refresh(each);
      }, ms);
    },
    drop() {
      window.clearTimeout(timer);
    },
  };
}
