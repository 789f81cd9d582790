// Gives a person's screening number, or takes it away. It stands in no list, so nothing is foreseen there.
import type { RouterInputs } from "../../lib/trpc";
import type { LeadView } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useSetScreeningNumber(lead: LeadView) {
  return useLeadChange<RouterInputs["leads"]["setScreeningNumber"]>({
    lead,
    send: (client, input) => client.leads.setScreeningNumber.mutate(input),
    foresee: () => ({}),
  });
}
