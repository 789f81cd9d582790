// Logs an attempt to reach the person; what follows from the outcome is the domain's own rule.
import {
  isContactMade,
  statusAfterAttempt,
  suggestNextTry,
} from "@studydesk/domain/leads/contact-attempt";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { type Me, useMe } from "../../lib/me";
import type { LeadRow, LeadView, LogContact } from "./lead-types";
import { useLeadChange } from "./use-lead-change";

export function useLogContact(lead: LeadView) {
  const me = useMe();
  return useLeadChange<LogContact>({
    lead,
    send: (client, input) => client.leads.logContact.mutate(input),
    foresee: (input) => foreseeContact(lead, input, me, new Date()),
  });
}

/** The row once the attempt is logged. */
export function foreseeContact(
  lead: LeadRow,
  input: Pick<LogContact, "outcome" | "nextTryAt">,
  me: Pick<Me, "userId" | "name">,
  now: Date,
): Partial<LeadRow> {
  const at = now.toISOString();
  const { outcome } = input;
  const status = statusAfterAttempt(lead.status);
  const followUpAt = nextTry(lead, input, now);
  const keepsNote = followUpAt !== null && !isContactMade(outcome);
  return {
    ...(status === lead.status ? {} : { status, statusSince: at, statusReason: null }),
    ...(lead.ownerId === null ? { ownerId: me.userId, ownerName: me.name } : {}),
    ...(outcome === "do_not_contact" ? { doNotContact: true } : {}),
    attemptCount: lead.attemptCount + 1,
    lastAttemptAt: at,
    firstContactAt: lead.firstContactAt ?? (isContactMade(outcome) ? at : null),
    followUpAt,
    followUpNote: keepsNote ? lead.followUpNote : null,
  };
}

function nextTry(
  lead: LeadRow,
  { outcome, nextTryAt }: Pick<LogContact, "outcome" | "nextTryAt">,
  now: Date,
): string | null {
  if (outcome === "do_not_contact") return null;
  if (nextTryAt !== undefined) return nextTryAt;
  if (!openLeadStatuses.includes(lead.status)) return null;
  return suggestNextTry(outcome, now)?.toISOString() ?? null;
}
