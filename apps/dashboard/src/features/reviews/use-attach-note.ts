// Lays a copy of one's own note beside the review, and takes it back.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";

export function useAttachNote(leadId: number) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = {
    onError: (error: unknown) => showToast(errorSentence(error), { tone: "bad" }),
    onSettled: () => queryClient.invalidateQueries(trpc.reviews.ownNotes.queryFilter({ leadId })),
  };
  const attach = useMutation(trpc.reviews.attachNote.mutationOptions(options));
  const detach = useMutation(trpc.reviews.detachNote.mutationOptions(options));
  return { attach, detach };
}
