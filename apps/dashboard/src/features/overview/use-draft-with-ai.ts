// A draft by AI takes its time: it can be stopped, and whatever comes of it the text that is there stays
// until the new one has arrived.
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refusalOf } from "../../lib/error-sentence";
import { useTRPCClient } from "../../lib/trpc";
import type { OverviewPlace } from "./overview-types";
import { useOverviewCache } from "./use-overview-changes";

export function useDraftWithAi(place: OverviewPlace) {
  const client = useTRPCClient();
  const { take, reload } = useOverviewCache(place);
  const stopper = useRef<AbortController>(undefined);
  // Leaving the screen stops it, too: nobody would look at what comes.
  useEffect(() => () => stopper.current?.abort(), []);

  const drafting = useMutation({
    mutationFn: (expectedVersion: number | null) => {
      const controller = new AbortController();
      stopper.current = controller;
      return client.overviews.draftWithAi.mutate(
        { ...place, expectedVersion },
        { signal: controller.signal },
      );
    },
    onSuccess: (draft) => {
      take(draft);
      return reload();
    },
    onError: (error) => (refusalOf(error)?.code === "conflict" ? reload() : undefined),
  });
  return {
    isPending: drafting.isPending,
    /** Not when the person stopped it. */
    error: stopper.current?.signal.aborted ? null : drafting.error,
    start: (expectedVersion: number | null) => drafting.mutateAsync(expectedVersion),
    stop: () => stopper.current?.abort(),
  };
}
