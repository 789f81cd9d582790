// Sets when somebody comes back to a lead, or clears it.
import type { LeadView, SetFollowUp } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useSetFollowUp(lead: LeadView) {
  return useLeadChange<SetFollowUp>({
    lead,
    send: (client, input) => client.leads.setFollowUp.mutate(input),
    foresee: ({ at, note }) => ({
      followUpAt: at,
      followUpNote: at === null ? null : (note ?? null),
    }),
  });
}
