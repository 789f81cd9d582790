// What is decided on a pair of leads: that they are one person, or two. Either can be taken back.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { type RouterInputs, useTRPC, useTRPCClient } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { useUndoMerge } from "../../lib/use-undo-merge";

interface Pair {
  leadA: number;
  leadB: number;
}

export function useDecidePair() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { undo } = useUndoMerge();
  const [isUnderWay, setUnderWay] = useState(false);

  function reload() {
    for (const path of [trpc.leads, trpc.duplicates, trpc.notes]) {
      void queryClient.invalidateQueries(path.pathFilter());
    }
  }

  /** False: it was refused, and that was said. */
  async function send(work: () => Promise<void>): Promise<boolean> {
    setUnderWay(true);
    try {
      await work();
      return true;
    } catch (error) {
      showToast(errorSentence(error), { tone: "bad" });
      return false;
    } finally {
      setUnderWay(false);
      reload();
    }
  }

  return {
    isUnderWay,
    sayDifferent: ({ leadA, leadB }: Pair) =>
      send(async () => {
        await client.duplicates.sayDifferent.mutate({ leadA, leadB });
        offerUndo({
          message: `Leads ${leadA} and ${leadB} are two people, and are not offered again.`,
          run: () =>
            void send(async () => {
              await client.duplicates.offerAgain.mutate({ leadA, leadB });
              showToast(`Leads ${leadA} and ${leadB} are offered again.`);
            }),
        });
      }),
    merge: (input: RouterInputs["duplicates"]["merge"]) =>
      send(async () => {
        const { mergeId, lead } = await client.duplicates.merge.mutate(input);
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
        offerUndo({
          message: `Lead ${input.otherId} was merged into lead ${input.keptId}.`,
          run: () => undo(mergeId),
        });
      }),
  };
}
