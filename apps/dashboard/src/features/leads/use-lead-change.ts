// What the four changes of a lead have in common: shown at once, one after another per lead, taken back
// for that lead alone when refused; a stale version loads the lead again, and both changes are shown.
import { fullName } from "@studydesk/domain/leads/full-name";
import { useMutation } from "@tanstack/react-query";
import { errorSentence, isStale } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useTRPCClient } from "../../lib/trpc";
import { type Crossing, keepCrossing } from "./crossings";
import { useLeadCache } from "./lead-cache";
import type { LeadRow, LeadView } from "./lead-types";
import { ownSteps } from "./own-steps";

interface LeadChange<Input> {
  lead: LeadView;
  send(client: ReturnType<typeof useTRPCClient>, input: Input): Promise<LeadView>;
  /** What the row will look like once it is done. */
  foresee(input: Input): Partial<LeadRow>;
  /** What is offered again when somebody else was quicker; without it a sentence says so. */
  crossing?(input: Input): Crossing;
}

type Versioned = { leadId: number; expectedVersion: number };

/** `mutate` takes the change without lead and version: both are those of the lead on the screen. */
export function useLeadChange<Input extends Versioned>(change: LeadChange<Input>) {
  const client = useTRPCClient();
  const cache = useLeadCache();
  const me = useMe();
  const { lead } = change;

  const mutation = useMutation({
    scope: { id: `lead-${lead.id}` },
    mutationFn: async (input: Input) => {
      const expectedVersion = ownSteps.follow(input.leadId, input.expectedVersion);
      const changed = await change.send(client, { ...input, expectedVersion });
      ownSteps.remember(input.leadId, expectedVersion, changed.version);
      return changed;
    },
    onMutate: async (input) => {
      // From the lead as it was looked at, before the change is foreseen on it.
      const crossing = change.crossing?.(input);
      await cache.hold(input.leadId);
      return { crossing, takeBack: cache.foresee(input.leadId, change.foresee(input)) };
    },
    onSuccess: (changed) => cache.accept(changed),
    onError: (error, input, foreseen) => {
      foreseen?.takeBack();
      const crossing = isStale(error) ? foreseen?.crossing : undefined;
      if (crossing && keepCrossing(me.userId, input.leadId, crossing)) return;
      // Named, since somebody who triages may have the next lead on the screen by now.
      showToast(`${fullName(lead)}: ${errorSentence(error)}`, { tone: "bad" });
    },
    onSettled: (_changed, _error, input) => {
      void cache.reload(input.leadId);
    },
  });
  return mutation;
}
