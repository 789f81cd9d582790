// Sends what came of a call. The next lead is already on the screen by then, so nothing may get lost
// quietly: until the server has it, it is kept, and sent again under the key of its press; when it is
// refused, the lead can be brought back with the note that had been written.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { isSignedOut, isUnreachable } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import type { LeadView, LogContact } from "./lead-types";
import { forgetUnsent, keepUnsent, listUnsent } from "./unsent-outcomes";

interface Outcome {
  onLogged(lead: LeadView, sent: LogContact): void;
  onRefused(error: unknown, sent: LogContact): void;
}

/** Keys of presses that this page is sending: a screen that comes back into sight sends none twice. */
const underWay = new Set<string | undefined>();

export function useLogOutcome({ onLogged, onRefused }: Outcome) {
  const trpc = useTRPC();
  const { userId } = useMe();
  const queryClient = useQueryClient();

  const logging = useMutation(
    trpc.leads.logContact.mutationOptions({
      retry: (_count, error) => isUnreachable(error),
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 15_000),
      onSuccess(lead, sent) {
        forgetUnsent(userId, sent.requestKey);
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
        void queryClient.invalidateQueries(trpc.leads.timeline.queryFilter({ leadId: lead.id }));
        void queryClient.invalidateQueries(trpc.leads.list.queryFilter());
        void queryClient.invalidateQueries(trpc.leads.counts.queryFilter());
        onLogged(lead, sent);
      },
      onError(error, sent) {
        // Signed out: it is sent when the same person is back.
        if (isSignedOut(error)) return;
        forgetUnsent(userId, sent.requestKey);
        onRefused(error, sent);
      },
      onSettled: (_lead, _error, sent) => void underWay.delete(sent.requestKey),
    }),
  );

  function send(outcome: LogContact) {
    underWay.add(outcome.requestKey);
    logging.mutate(outcome);
  }

  // After a reload, and once whoever was signed out is back.
  const sendUnsent = useEffectEvent(() => {
    for (const outcome of listUnsent(userId)) {
      if (!underWay.has(outcome.requestKey)) send(outcome);
    }
  });
  useEffect(() => sendUnsent(), []);

  return {
    log(outcome: Omit<LogContact, "requestKey">) {
      const keyed = { ...outcome, requestKey: newKey() };
      keepUnsent(userId, keyed);
      send(keyed);
    },
  };
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
