// Sets when somebody comes back to a lead, or clears it.
import type { LeadView, SetFollowUp } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

/** `seen`: the lead as it was when somebody began to decide. */
export function useSetFollowUp(lead: LeadView, seen = lead) {
  return useLeadChange<SetFollowUp>({
    lead,
    send: (client, input) => client.leads.setFollowUp.mutate(input),
    foresee: ({ at, note }) => ({
      followUpAt: at,
      followUpNote: at === null ? null : (note ?? null),
    }),
    crossing: ({ at, note }) => ({
      kind: "followUp",
      version: seen.version,
      to: at,
      note: at === null ? null : (note ?? null),
      was: seen.followUpAt,
      wasNote: seen.followUpNote,
    }),
  });
}
