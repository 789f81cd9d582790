// Moves a lead along its life.
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import type { ChangeStatus, LeadView } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useChangeStatus(lead: LeadView) {
  return useLeadChange<ChangeStatus>({
    lead,
    send: (client, input) => client.leads.changeStatus.mutate(input),
    foresee: ({ to, reason }) => ({
      status: to,
      statusSince: new Date().toISOString(),
      statusReason: reason ?? null,
      // Whoever closes a lead is not reminded of it any more.
      ...(openLeadStatuses.includes(to) ? {} : { followUpAt: null, followUpNote: null }),
    }),
    crossing: ({ to, reason, criterionId }) => ({
      kind: "status",
      version: lead.version,
      to,
      ...(reason ? { reason } : {}),
      ...(criterionId ? { criterionId } : {}),
      was: lead.status,
    }),
  });
}
