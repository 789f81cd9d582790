// Logs an attempt to reach the person; what follows from the outcome is the domain's own rule.
import {
  isContactMade,
  statusAfterAttempt,
  suggestNextTry,
} from "@studydesk/domain/leads/contact-attempt";
import type { LeadRow, LeadView, LogContact } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useLogContact(lead: LeadView) {
  return useLeadChange<LogContact>({
    lead,
    send: (client, input) => client.leads.logContact.mutate(input),
    foresee: (input) => foreseeContact(lead, input, new Date()),
  });
}

/** The row once the attempt is logged. */
export function foreseeContact(lead: LeadRow, input: LogContact, now: Date): Partial<LeadRow> {
  const at = now.toISOString();
  const silence = input.outcome === "do_not_contact";
  const suggested = suggestNextTry(input.outcome, now)?.toISOString() ?? null;
  const next = input.nextTryAt === undefined ? suggested : input.nextTryAt;
  return {
    status: statusAfterAttempt(lead.status),
    attemptCount: lead.attemptCount + 1,
    lastAttemptAt: at,
    firstContactAt: lead.firstContactAt ?? (isContactMade(input.outcome) ? at : null),
    followUpAt: silence ? null : next,
    doNotContact: lead.doNotContact || silence,
  };
}
