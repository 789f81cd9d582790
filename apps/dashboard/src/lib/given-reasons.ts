// Why somebody is called although the desk advises against it, from the moment that the call begins until
// it is logged: in this tab's memory alone.
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";

const reasons = new Map<number, { reason: ContactReason; at: number }>();
/** A call that began longer ago is another one. */
const holdsMs = 30 * 60_000;

export function giveReason(leadId: number, reason: ContactReason): void {
  reasons.set(leadId, { reason, at: Date.now() });
}

export function givenReason(leadId: number): ContactReason | undefined {
  const given = reasons.get(leadId);
  return given && Date.now() - given.at < holdsMs ? given.reason : undefined;
}

export function forgetReason(leadId: number): void {
  reasons.delete(leadId);
}
