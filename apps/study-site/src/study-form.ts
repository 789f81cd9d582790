// The contact form as a page shows it: untouched, or come back with what was typed.

import type { StudyListItem } from "@studydesk/domain/studies/study-page";
import {
  emptySubmission,
  type TypedSubmission,
} from "@studydesk/domain/submissions/submission-input";
import type { SubmissionProblems } from "@studydesk/domain/submissions/submission-rules";

export interface StudyForm {
  typed: TypedSubmission;
  problems: SubmissionProblems;
  /** The study centre that a link or a message named: it takes none now, while others do. */
  pausedSite?: { name: string };
  /** Why a form without faults came back. */
  refusal?:
    | { kind: "too_many"; retryAfterSeconds: number; hasContact: boolean }
    | { kind: "failed"; requestId?: string }
    /** Not even what was typed could be read. */
    | { kind: "too_large" }
    /** Nobody born in that year is of the study's ages; these others take such people. */
    | { kind: "outside_ages"; others: readonly StudyListItem[] }
    /** The study stopped recruiting in between. */
    | { kind: "stopped" };
}

export const emptyForm: StudyForm = { typed: emptySubmission, problems: {} };
