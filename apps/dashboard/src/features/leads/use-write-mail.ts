// Sends a mail to the person: an attempt like any other, foreseen by the same rule.
import { changesAfterAttempt } from "@studydesk/domain/contact/contact-attempt";
import { useMe } from "../../lib/me";
import type { LeadView, WriteMail } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useWriteMail(lead: LeadView) {
  const me = useMe();
  return useLeadChange<WriteMail>({
    lead,
    send: (client, input) => client.leads.writeTo.mutate(input),
    foresee: () => {
      const now = new Date();
      const isPlanned = lead.followUpAt !== null && lead.followUpAt > now.toISOString();
      const made = {
        outcome: "message_sent",
        ...(isPlanned ? { nextTryAt: lead.followUpAt } : {}),
      } as const;
      return {
        ...changesAfterAttempt(lead, made, me.userId, now),
        ...(lead.ownerId === null ? { ownerName: me.name } : {}),
      };
    },
  });
}
