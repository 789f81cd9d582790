// Begins a job over the picked leads. It shows by itself what becomes of it; z takes it back.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { type RouterInputs, useTRPC } from "../../../lib/trpc";
import { undoStack } from "../../../lib/undo";
import { toSelection } from "./selected-leads";
import type { LeadSelection } from "./use-selection";

export type BulkTask = RouterInputs["bulk"]["start"]["task"];

export function useStartJob(selection: LeadSelection) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const begin = useMutation(
    trpc.bulk.start.mutationOptions({
      onSuccess: async ({ id }) => {
        undoStack.push({ what: { kind: "job", id } });
        selection.clear();
        await queryClient.invalidateQueries(trpc.bulk.list.queryFilter());
      },
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
    }),
  );
  return {
    isBeginning: begin.isPending,
    start: (task: BulkTask) => begin.mutate({ task, selection: toSelection(selection.selected) }),
  };
}
