// Whether single keys work for the person at the desk, and which they changed (WCAG 2.1.4). It comes with
// who they are, so it holds in every browser they sign in to.
import type { KeyPreference } from "@studydesk/domain/people/key-preference";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../error-sentence";
import { useMe } from "../me";
import { showToast } from "../toasts";
import { useTRPC } from "../trpc";

export function useAreKeysOn(): boolean {
  return !useMe().keys.isOff;
}

/** Holds at once; goes back with a sentence when it could not be saved. */
export function useSaveKeys(): (keys: KeyPreference) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const meKey = trpc.people.me.queryKey();
  const hold = (keys: KeyPreference) =>
    queryClient.setQueryData(meKey, (me) => (me ? { ...me, keys } : me));
  const { keys: before } = useMe();
  const save = useMutation(
    trpc.people.setKeys.mutationOptions({
      scope: { id: "keys" },
      onError(error) {
        hold(before);
        showToast(`Your keys are as they were. ${errorSentence(error)}`, { tone: "bad" });
      },
    }),
  );
  return (keys) => {
    hold(keys);
    save.mutate({ isOff: keys.isOff, changes: { ...keys.changes } });
  };
}
