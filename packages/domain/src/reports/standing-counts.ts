// The counts that the flow of participants is drawn from: sums over sites are taken by whoever reads them.
import type { LeadStatus } from "../leads/lead-status";
import type { StatusReason } from "../leads/status-reasons";

export interface StandingCounts {
  statuses: { status: LeadStatus; count: number }[];
  /** Only where the status names a reason; `enrolled` of them came to enrolment. */
  reasons: { status: LeadStatus; reason: StatusReason; enrolled: number; count: number }[];
  /** Failures that name a criterion, before consent and after it. */
  criteria: { status: LeadStatus; lineId: number; count: number }[];
  /** Whoever came to enrolment, wherever they are now. */
  enrolled: { status: LeadStatus; count: number }[];
}
