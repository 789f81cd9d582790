// The contact form as a page shows it: untouched, or come back with what was typed.
import {
  emptySubmission,
  type SubmissionProblems,
  type TypedSubmission,
} from "@studydesk/domain/leads/submission-input";

export interface StudyForm {
  typed: TypedSubmission;
  problems: SubmissionProblems;
  /** Why a form without faults came back. */
  refusal?:
    | { kind: "too_many"; retryAfterSeconds: number; hasContact: boolean }
    | { kind: "failed"; requestId?: string }
    /** The study stopped recruiting in between. */
    | { kind: "stopped" };
}

export const emptyForm: StudyForm = { typed: emptySubmission, problems: {} };
