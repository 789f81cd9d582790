// What was answered to a study's criteria, how far each lead is, and whom an amendment touches.
import type { AmendmentEffect } from "@studydesk/domain/screening/amendment";
import type { Answer, EvidenceSource } from "@studydesk/domain/screening/answer";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

/** One row a lead, from its first answer on; made anew from the answers with each of them. */
interface ScreeningsTable {
  leadId: Fixed<number>;
  /** The version that the lead is asked by. */
  criteriaVersionId: number;
  questions: number;
  answered: number;
  unknowns: number;
  failed: number;
  /** Of the answers as they stand. */
  answersSha256: string;
  /** Of the answers that an investigator last signed for; null: nobody did. */
  signedSha256: string | null;
  startedAt: Fixed<string>;
  updatedAt: string;
}

/** A changed answer is a further row. */
interface AnswersTable {
  id: Generated<number>;
  /** Changes with a merge alone. */
  leadId: number;
  /** Pins the answer to the version in which it was asked. */
  criterionId: Fixed<number>;
  answer: Answer;
  /** `AnswerValue` of domain as JSON: what was said, where the answer was judged from it. */
  value: string | null;
  evidence: string | null;
  source: EvidenceSource | null;
  answeredAt: Fixed<string>;
  answeredBy: Fixed<string>;
  /** Its evidence may be typed for a while after the answer. */
  updatedAt: string;
  /** Another answer stands since. */
  replacedAt: string | null;
}

interface AmendmentLeadsTable {
  criteriaVersionId: Fixed<number>;
  leadId: Fixed<number>;
  effect: Fixed<AmendmentEffect>;
  /** JSON: lines to ask about; of an earlier failure, the line that failed. */
  lineIds: Fixed<string>;
  /** When a follow-up was made of it. */
  followUpAt: string | null;
}

export interface ScreeningTables {
  screenings: ScreeningsTable;
  answers: AnswersTable;
  amendmentLeads: AmendmentLeadsTable;
}
