// Answering on the screen: what is pressed shows at once, is kept until the server has it, and is sent by a
// sender that outlives the panel, so that nobody waits for it before the next lead.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { errorSentence, isSignedOut, isUnreachable } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { type AnswerSender, createAnswerSender } from "./answer-sender";
import { keepLineDrafts, listDraftedLeads, readLineDrafts } from "./line-drafts";
import type { AnswerCriterion, Answered } from "./screening-types";

type Trpc = ReturnType<typeof useTRPC>;

/** After an answer of this lead was saved: for the screen that is open. */
type OnSaved = (answered: Answered, sent: AnswerCriterion) => void;

interface Kept {
  sender: AnswerSender;
  onSaved: Set<OnSaved>;
}

const senders = new Map<string, Kept>();

export function useAnswers(leadId: number) {
  const { userId } = useMe();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { sender, onSaved } = senderOf(queryClient, trpc, userId, leadId);
  const drafts = useSyncExternalStore(sender.subscribe, sender.drafts);
  const isSending = useSyncExternalStore(sender.subscribe, sender.isSending);

  // Whoever was signed out in between is back.
  useEffect(() => sender.flush(), [sender]);

  return { sender, drafts, isSending, onSaved };
}

/** Sends what was kept before a reload or a sign-out, whichever screen comes first. Once, for the desk. */
export function useSendKeptAnswers(): void {
  const { userId } = useMe();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    for (const leadId of listDraftedLeads(userId)) {
      senderOf(queryClient, trpc, userId, leadId).sender.flush();
    }
  }, [queryClient, trpc, userId]);
}

function senderOf(queryClient: QueryClient, trpc: Trpc, userId: string, leadId: number): Kept {
  const name = `${userId}.${leadId}`;
  const known = senders.get(name);
  if (known) return known;
  const onSaved = new Set<OnSaved>();
  const sender = createAnswerSender({
    leadId,
    read: () => readLineDrafts(userId, leadId),
    keep: (drafts) => keepLineDrafts(userId, leadId, drafts),
    after(ms, run) {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
    async send(input) {
      try {
        const answered = await buildMutation(queryClient, trpc).execute(input);
        await accept(queryClient, trpc, answered);
        if (!answered.saved || answered.answerId === null) return { kind: "crossed" };
        for (const tell of onSaved) tell(answered, input);
        return { kind: "saved", answerId: answered.answerId };
      } catch (error) {
        if (isUnreachable(error) || isSignedOut(error)) return { kind: "not_sent" };
        void queryClient.invalidateQueries(trpc.screening.read.queryFilter({ leadId }));
        return { kind: "refused", sentence: errorSentence(error) };
      }
    },
  });
  const kept = { sender, onSaved };
  senders.set(name, kept);
  return kept;
}

/** Tried again for as long as the page is open; meanwhile the shell says that something waits. */
function buildMutation(queryClient: QueryClient, trpc: Trpc) {
  return queryClient.getMutationCache().build(
    queryClient,
    trpc.screening.answer.mutationOptions({
      retry: (_count, error) => isUnreachable(error),
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 15_000),
    }),
  );
}

async function accept(
  queryClient: QueryClient,
  trpc: Trpc,
  { screening, changeId, saved }: Answered,
): Promise<void> {
  const { leadId } = screening;
  const key = trpc.screening.read.queryKey({ leadId });
  // What is on its way was asked for before this answer.
  await queryClient.cancelQueries({ queryKey: key });
  queryClient.setQueryData(key, (shown) => shown && { ...shown, ...screening });
  // Nothing was shown yet, and what was on its way does not come any more.
  if (!queryClient.getQueryData(key)) void queryClient.invalidateQueries({ queryKey: key });
  // Whoever was quicker may have begun the pre-screening.
  if (changeId === null && saved) return;
  await queryClient.invalidateQueries(trpc.leads.get.queryFilter({ leadId }));
  void queryClient.invalidateQueries(trpc.leads.list.queryFilter());
}
