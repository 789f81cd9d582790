// Gives a lead to somebody of its site, or to nobody.
import type { Assignee, AssignLead, LeadView } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useAssignLead(lead: LeadView, assignees: readonly Assignee[]) {
  return useLeadChange<AssignLead>({
    lead,
    send: (client, input) => client.leads.assign.mutate(input),
    foresee: ({ ownerId }) => ({
      ownerId,
      ownerName: assignees.find(({ userId }) => userId === ownerId)?.name ?? null,
    }),
  });
}
