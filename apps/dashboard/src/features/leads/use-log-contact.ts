// Logs an attempt to reach the person; what follows from the outcome is the domain's own rule.
import { changesAfterAttempt } from "@studydesk/domain/contact/contact-attempt";
import { useMe } from "../../lib/me";
import type { LeadView, LogContact } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useLogContact(lead: LeadView) {
  const me = useMe();
  return useLeadChange<LogContact>({
    lead,
    send: (client, input) => client.leads.logContact.mutate(input),
    foresee: (input) => ({
      ...changesAfterAttempt(lead, input, me.userId, new Date()),
      ...(lead.ownerId === null ? { ownerName: me.name } : {}),
    }),
  });
}
