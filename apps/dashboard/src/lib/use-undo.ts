// Takes back what this tab's stack says, by asking the server; what came of it is said, with the way to
// do it again.
import { fullName } from "@studydesk/domain/leads/full-name";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { errorSentence, isUnreachable } from "./error-sentence";
import { useMe } from "./me";
import { showToast } from "./toasts";
import { useTRPC, useTRPCClient } from "./trpc";
import { offerUndo, undoStack } from "./undo";

/** Once, by the shell. */
export function useUndo(): void {
  const { userId } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();

  useEffect(() => {
    async function undoChange(changeId: number) {
      const { lead, sentence } = await client.leads.undo.mutate({ changeId });
      queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
      void queryClient.invalidateQueries(trpc.leads.pathFilter());
      return { words: `${fullName(lead)}. ${sentence}`, undoId: lead.changeId };
    }

    /** What was taken back can be done again, which then is the newest to take back. */
    async function doAgain(changeId: number) {
      try {
        const { words, undoId } = await undoChange(changeId);
        offerUndo({ message: words, changeId: undoId });
      } catch (error) {
        showToast(errorSentence(error), { tone: "bad" });
      }
    }

    undoStack.openFor(userId, async (what, onUndone) => {
      try {
        if (what.kind === "job") {
          // It shows by itself how far it is.
          await client.bulk.undo.mutate({ jobId: what.id });
          await queryClient.invalidateQueries(trpc.bulk.pathFilter());
          return;
        }
        if (what.kind === "answer") {
          const { screening, sentence } = await client.screening.takeBack.mutate({
            answerId: what.id,
          });
          const { leadId } = screening;
          const key = trpc.screening.read.queryKey({ leadId });
          queryClient.setQueryData(key, (shown) => shown && { ...shown, ...screening });
          onUndone();
          showToast(sentence);
          return;
        }
        const { words, undoId } = await undoChange(what.id);
        onUndone();
        showToast(words, {
          ...(undoId === undefined
            ? {}
            : { action: { label: "Do it again", run: () => void doAgain(undoId) } }),
        });
      } catch (error) {
        // Nothing was decided: it can be tried again with the same key.
        if (isUnreachable(error)) undoStack.push({ what, onUndone });
        showToast(errorSentence(error), { tone: "bad" });
      }
    });
  }, [userId, client, queryClient, trpc]);
}
