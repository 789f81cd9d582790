// Candidates before the investigator, signatures under decisions, and the visits that follow.
import type { ReviewDecision } from "@studydesk/domain/reviews/review";
import type { VisitState } from "@studydesk/domain/visits/visit-states";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

/** One row each time a candidate is sent. */
interface ReviewsTable {
  id: Generated<number>;
  leadId: number;
  criteriaVersionId: Fixed<number>;
  sentAt: Fixed<string>;
  sentBy: Fixed<string>;
  /** The review whose question was answered by sending again. */
  previousId: Fixed<number | null>;
  reply: string | null;
  /** Null: waits, or was taken back. */
  decision: ReviewDecision | null;
  question: string | null;
  reason: string | null;
  criterionId: number | null;
  decidedAt: string | null;
  decidedBy: string | null;
}

/** Never changed; erasing a person empties the content alone. */
interface SignaturesTable {
  id: Generated<number>;
  reviewId: Fixed<number>;
  leadId: number;
  signerId: Fixed<string>;
  printedName: Fixed<string>;
  meaning: Fixed<string>;
  signedAt: Fixed<string>;
  /** IANA: the zone in which the time is printed. */
  timeZone: Fixed<string>;
  /** Canonical JSON of what was on the page. */
  content: string | null;
  contentSha256: Fixed<string>;
  answersSha256: Fixed<string>;
  sha256: Fixed<string>;
}

interface VisitsTable {
  id: Generated<number>;
  leadId: number;
  startsAt: string;
  minutes: number;
  place: string | null;
  note: string | null;
  state: VisitState;
  createdAt: Fixed<string>;
  createdBy: Fixed<string>;
  changedAt: string;
  /** How often it was moved. */
  sequence: Generated<number>;
  remindedAt: string | null;
}

export interface ReviewTables {
  reviews: ReviewsTable;
  signatures: SignaturesTable;
  visits: VisitsTable;
}
