// Done with this lead for now: its follow-up goes, at once on the screen, and can be taken back.
import { errorSentence } from "../../lib/error-sentence";
import { leadName } from "../../lib/lead-name";
import { showToast } from "../../lib/toasts";
import { useTRPCClient } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { useLeadCache } from "./lead-cache";
import type { LeadRow } from "./lead-types";
import { ownSteps } from "./own-steps";

export function useClearFollowUp(): (lead: LeadRow) => void {
  const client = useTRPCClient();
  const cache = useLeadCache();

  async function clear(lead: LeadRow): Promise<void> {
    const { id: leadId } = lead;
    await cache.hold(leadId);
    const takeBack = cache.foresee(leadId, { followUpAt: null, followUpNote: null });
    try {
      const expectedVersion = ownSteps.follow(leadId, lead.version);
      const changed = await client.leads.setFollowUp.mutate({ leadId, at: null, expectedVersion });
      ownSteps.remember(leadId, expectedVersion, changed.version);
      cache.accept(changed);
      const { changeId } = changed;
      offerUndo({ message: `${leadName(changed)}: follow-up cleared.`, changeId });
    } catch (error) {
      takeBack();
      showToast(`${leadName(lead)}: ${errorSentence(error)}`, { tone: "bad" });
    } finally {
      void cache.reload(leadId);
    }
  }

  return (lead) => {
    if (lead.followUpAt === null) showToast(`${leadName(lead)} has no follow-up.`);
    else void clear(lead);
  };
}
