// Sends a decision. Whatever the answer is, the queue and this candidate are asked for anew: somebody else may
// have been quicker, or the page may have changed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";

export function useDecide(leadId: number, onDecided: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reload = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.reviews.pathFilter()),
      queryClient.invalidateQueries(trpc.leads.get.queryFilter({ leadId })),
      queryClient.invalidateQueries(trpc.leads.counts.queryFilter()),
    ]);
  const options = { onSuccess: onDecided, onSettled: () => void reload() };
  const sign = useMutation(trpc.reviews.sign.mutationOptions(options));
  const giveBack = useMutation(trpc.reviews.return.mutationOptions(options));
  return { sign, giveBack, isPending: sign.isPending || giveBack.isPending };
}
