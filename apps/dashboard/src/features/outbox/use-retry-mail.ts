// Puts a mail that was given up back into the queue, at its head.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";

export function useRetryMail() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: summary } = useQuery(trpc.outbox.summary.queryOptions());
  return useMutation(
    trpc.outbox.retry.mutationOptions({
      onSuccess: () =>
        showToast(
          summary?.mailServer === false
            ? "Queued again: it goes out once a mail server is set."
            : "Queued again: it is tried at once.",
        ),
      // Not the opened mail itself: each opening is on record.
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.outbox.list.pathFilter()),
          queryClient.invalidateQueries(trpc.outbox.summary.queryFilter()),
        ]),
    }),
  );
}
