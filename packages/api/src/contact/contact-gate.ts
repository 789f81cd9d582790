// The may-I-contact gate at the server: whatever reaches out to a person asks it first, in the transaction
// that keeps the attempt.
import { listAttemptsBefore } from "@studydesk/db/leads/activity-queries";
import { findConsent } from "@studydesk/db/leads/lead-details-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import type { ContactChannel, ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import {
  type AttemptBefore,
  isLetThrough,
  type LeadForContact,
  mayContact,
} from "@studydesk/domain/contact/may-contact";
import { DomainError } from "@studydesk/domain/errors";

/** What the gate asks of a lead, with the attempts that were made before, newest first. */
export function toLeadForContact(
  lead: LeadRecord,
  attempts: readonly AttemptBefore[],
  hasConsent: boolean,
): LeadForContact {
  return {
    status: lead.status,
    doNotContact: lead.doNotContact,
    hasConsent,
    consentWithdrawnAt: lead.consentWithdrawnAt,
    timeZone: lead.timeZone,
    attempts,
    preference: { channel: lead.contactChannel, hours: lead.contactHours },
    followUpAt: lead.followUpAt,
  };
}

export interface AttemptToMake {
  channel: ContactChannel;
  outcome: ContactOutcome;
  despite?: ContactReason | undefined;
}

/**
 * Gives the reason to keep with the attempt: none where the gate is open. Throws rule_broken with the gate's
 * own reason; `details.needsReason` says that a reason would let it through.
 */
export async function passContactGate(
  trx: Db,
  lead: LeadRecord,
  attempt: AttemptToMake,
  now: Date,
): Promise<{ despite?: ContactReason }> {
  const consent = await findConsent(trx, [lead.siteId], lead.id);
  const attempts = await listAttemptsBefore(trx, lead.id);
  const person = toLeadForContact(lead, attempts, consent !== undefined);
  const gate = mayContact(person, now, attempt.channel);
  if (!isLetThrough(gate, attempt)) {
    const needsReason = gate.answer === "ask";
    const then = needsReason
      ? "Say why it is done all the same, or come back later."
      : "No attempt can be logged; the lead opens again only when they ask.";
    throw new DomainError("rule_broken", `${gate.sentence} ${then}`, {
      reason: gate.reason,
      details: { needsReason },
    });
  }
  return gate.answer !== "yes" && attempt.despite ? { despite: attempt.despite } : {};
}
