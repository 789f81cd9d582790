// Makes two leads of one again, wherever that is offered; what came of it is said.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "./error-sentence";
import { showToast } from "./toasts";
import { useTRPC, useTRPCClient } from "./trpc";

export function useUndoMerge() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isUnderWay, setUnderWay] = useState(false);

  async function undo(mergeId: number) {
    setUnderWay(true);
    try {
      const { kept, merged, sentence } = await client.duplicates.undoMerge.mutate({ mergeId });
      for (const lead of [kept, merged]) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
      }
      showToast(sentence);
      for (const path of [trpc.leads, trpc.duplicates, trpc.notes]) {
        void queryClient.invalidateQueries(path.pathFilter());
      }
    } catch (error) {
      showToast(errorSentence(error), { tone: "bad" });
    } finally {
      setUnderWay(false);
    }
  }
  return { undo: (mergeId: number) => void undo(mergeId), isUnderWay };
}
