// Gives a lead to somebody of its site, or to nobody.
import type { Assignee, AssignLead, LeadView } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useAssignLead(
  lead: LeadView,
  assignees: readonly Pick<Assignee, "userId" | "name">[],
) {
  const nameOf = (ownerId: string | null) =>
    assignees.find(({ userId }) => userId === ownerId)?.name ?? null;
  return useLeadChange<AssignLead>({
    lead,
    send: (client, input) => client.leads.assign.mutate(input),
    foresee: ({ ownerId }) => ({
      ownerId,
      ownerName: nameOf(ownerId),
    }),
    crossing: ({ ownerId }) => ({
      kind: "owner",
      version: lead.version,
      to: ownerId,
      toName: nameOf(ownerId),
      wasName: lead.ownerName,
    }),
  });
}
