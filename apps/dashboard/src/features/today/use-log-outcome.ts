// Sends what came of a call. The next lead is already on the screen by then, so nothing may get lost
// quietly: without a connection it is kept and sent again; when it is refused, the lead can be brought
// back with the note that had been written.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isStale, isUnreachable } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import type { LeadView, LogContact, TimelineEntry } from "./lead-types";
import { isLoggedAlready } from "./logged-already";

interface Outcome {
  onLogged(lead: LeadView, sent: LogContact): void;
  /** `lead` is as it is now, when it could be loaded. */
  onRefused(error: unknown, sent: LogContact, lead: LeadView | undefined): void;
}

export function useLogOutcome({ onLogged, onRefused }: Outcome) {
  const trpc = useTRPC();
  const me = useMe();
  const queryClient = useQueryClient();

  function logged(lead: LeadView, sent: LogContact) {
    queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
    void queryClient.invalidateQueries(trpc.leads.timeline.queryFilter({ leadId: lead.id }));
    void queryClient.invalidateQueries(trpc.leads.list.infiniteQueryFilter());
    void queryClient.invalidateQueries(trpc.leads.counts.queryFilter());
    onLogged(lead, sent);
  }

  async function readNow(leadId: number): Promise<{ lead: LeadView; timeline: TimelineEntry[] }> {
    const fresh = { staleTime: 0 };
    const [lead, timeline] = await Promise.all([
      queryClient.query(trpc.leads.get.queryOptions({ leadId }, fresh)),
      queryClient.query(trpc.leads.timeline.queryOptions({ leadId }, fresh)),
    ]);
    return { lead, timeline };
  }

  return useMutation(
    trpc.leads.logContact.mutationOptions({
      retry: (_count, error) => isUnreachable(error),
      retryDelay: (count) => Math.min(1_000 * 2 ** count, 15_000),
      onSuccess: logged,
      onError: async (error, sent) => {
        if (!isStale(error)) return onRefused(error, sent, undefined);
        const now = await readNow(sent.leadId).catch(() => undefined);
        // The first answer was lost on the way, and the second try met the change that it had made.
        if (now && isLoggedAlready(now.lead, now.timeline, sent, me.userId)) {
          return logged(now.lead, sent);
        }
        onRefused(error, sent, now?.lead);
      },
    }),
  );
}
