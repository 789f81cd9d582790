// What the guards of a lead's moves look at, read together: the lead, how far its questions are, and
// whether a signature stands.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { findScreening, type StoredScreening } from "@studydesk/db/screening/screening-queries";
import type { LeadForMove, SignatureState } from "@studydesk/domain/leads/lead-status";

export interface MovableLead extends LeadForMove {
  readonly screening: StoredScreening | null;
  readonly signature: SignatureState;
}

export async function readLeadForMove(db: Db, lead: LeadRecord): Promise<MovableLead> {
  const screening = (await findScreening(db, lead.id)) ?? null;
  return {
    status: lead.status,
    attemptCount: lead.attemptCount,
    firstAttemptAt: lead.firstAttemptAt,
    consentWithdrawnAt: lead.consentWithdrawnAt,
    screening,
    signature: signatureOf(screening),
  };
}

export function signatureOf(screening: StoredScreening | null): SignatureState {
  if (!screening?.signedSha256) return "none";
  return screening.signedSha256 === screening.answersSha256 ? "stands" : "overtaken";
}
