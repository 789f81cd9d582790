// What a merge looks at.
import type { ContactHours, PreferredChannel } from "../contact/contact-preference";
import type { LeadSource } from "../leads/lead-source";
import type { LeadStatus } from "../leads/lead-status";
import type { StatusReason } from "../leads/status-reasons";
import type { Proof } from "../submissions/proof";

export interface LeadRecordForMerge {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly sortName: string;
  readonly email: string;
  readonly emailFolded: string;
  readonly phone: string | null;
  readonly phoneTyped: string;
  readonly birthYear: number | null;
  readonly language: string | null;
  readonly timeZone: string;
  readonly status: LeadStatus;
  readonly statusSince: string;
  readonly statusReason: StatusReason | null;
  readonly criterionId: number | null;
  readonly reviewId: number | null;
  readonly screenedAt: string | null;
  readonly eligibleAt: string | null;
  readonly decidedAt: string | null;
  readonly visitHeldAt: string | null;
  readonly studyConsentOn: string | null;
  readonly consentFormVersion: string | null;
  readonly screeningNumber: string | null;
  readonly enrolledAt: string | null;
  readonly ownerId: string | null;
  readonly followUpAt: string | null;
  readonly followUpNote: string | null;
  readonly source: LeadSource;
  readonly contactChannel: PreferredChannel | null;
  readonly contactHours: ContactHours | null;
  readonly doNotContact: boolean;
  readonly createdAt: string;
  readonly attemptCount: number;
  readonly firstAttemptAt: string | null;
  readonly lastAttemptAt: string | null;
  readonly firstContactAt: string | null;
  readonly proof: Proof | null;
  /** When the consent was taken back; null while any stands. */
  readonly consentWithdrawnAt: string | null;
  /** Of the newest consent that stands. */
  readonly consentGivenAt: string | null;
}
