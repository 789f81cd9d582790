// What a lead has come to for the first time by a move: reports count by these, and a move that is taken
// back takes them back, because they are columns of the lead like its status.
import type { LeadStatus, MoveGiven } from "./lead-status";

export interface Milestones {
  /** Every criterion was answered, or one failed. */
  readonly screenedAt: string | null;
  /** An investigator signed that the person may come to a screening visit. */
  readonly eligibleAt: string | null;
  /** It was decided for the first time, one way or the other. */
  readonly decidedAt: string | null;
  readonly visitHeldAt: string | null;
  /** An ISO day. */
  readonly studyConsentOn: string | null;
  readonly consentFormVersion: string | null;
  readonly enrolledAt: string | null;
}

const screened: readonly LeadStatus[] = ["investigator_review", "pre_screen_failure"];
const decided: readonly LeadStatus[] = ["visit_scheduled", "pre_screen_failure"];

/** Only what the move sets; what was reached before keeps its first time. `at`: ISO-8601 UTC. */
export function milestonesOf(
  lead: Milestones,
  to: LeadStatus,
  { studyConsent }: Pick<MoveGiven, "studyConsent">,
  at: string,
): Partial<Milestones> {
  const first = (reached: string | null, isReached: boolean) => reached === null && isReached;
  return {
    ...(first(lead.screenedAt, screened.includes(to)) ? { screenedAt: at } : {}),
    ...(first(lead.eligibleAt, to === "visit_scheduled") ? { eligibleAt: at } : {}),
    ...(first(lead.decidedAt, decided.includes(to)) ? { decidedAt: at } : {}),
    ...(first(lead.visitHeldAt, to === "in_screening") ? { visitHeldAt: at } : {}),
    ...(first(lead.enrolledAt, to === "enrolled") ? { enrolledAt: at } : {}),
    ...(to === "in_screening" && studyConsent
      ? { studyConsentOn: studyConsent.on, consentFormVersion: studyConsent.formVersion }
      : {}),
  };
}
