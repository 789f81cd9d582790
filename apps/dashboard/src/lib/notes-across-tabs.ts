// What is done to one's own notes in one tab is seen in the others. The server tells nobody of notes, so the
// tabs tell each other: that something was done, and never what.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "./trpc";

/** Once, where somebody is signed in. */
export function useNotesAcrossTabs(): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const others = new BroadcastChannel("studydesk.notes");
    const draftKey = JSON.stringify(trpc.notes.saveDraft.mutationKey());
    others.addEventListener("message", () => {
      void queryClient.invalidateQueries(trpc.notes.list.pathFilter());
      void queryClient.invalidateQueries(trpc.notes.mine.pathFilter());
      void queryClient.invalidateQueries(trpc.notes.history.pathFilter());
    });
    const leave = queryClient.getMutationCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success") return;
      const key = event.mutation.options.mutationKey;
      const [path] = key ?? [];
      if (!Array.isArray(path) || path[0] !== "notes" || JSON.stringify(key) === draftKey) return;
      others.postMessage("changed");
    });
    return () => {
      leave();
      others.close();
    };
  }, [trpc, queryClient]);
}
