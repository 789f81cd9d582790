// What can be done to a plain-language text. The screen takes the draft that the server answers with;
// somebody else's change is loaded before anybody decides.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalOf } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import type { OverviewDraft, OverviewPlace } from "./overview-types";

/** Puts a draft on the screen, and loads all that a change may have changed. */
export function useOverviewCache(place: OverviewPlace) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queryKey = trpc.overviews.read.queryKey(place);
  return {
    take(draft: OverviewDraft) {
      queryClient.setQueryData(queryKey, (view) => view && { ...view, draft });
    },
    reload: () =>
      Promise.all([
        queryClient.invalidateQueries(trpc.overviews.pathFilter()),
        queryClient.invalidateQueries(trpc.studies.pathFilter()),
      ]),
  };
}

export function useOverviewChanges(place: OverviewPlace) {
  const { overviews } = useTRPC();
  const { take, reload } = useOverviewCache(place);
  const drafted = {
    onSuccess: take,
    onError: (error: unknown) => (refusalOf(error)?.code === "conflict" ? reload() : undefined),
  };
  const settled = { onSettled: reload };
  return {
    save: useMutation(overviews.saveDraft.mutationOptions(drafted)),
    startOver: useMutation(overviews.startOver.mutationOptions(drafted)),
    takeBack: useMutation(overviews.takeBack.mutationOptions(drafted)),
    reuse: useMutation(overviews.reuse.mutationOptions(drafted)),
    publish: useMutation(overviews.publish.mutationOptions(settled)),
    withdraw: useMutation(overviews.withdraw.mutationOptions(settled)),
  };
}

export type OverviewChanges = ReturnType<typeof useOverviewChanges>;
