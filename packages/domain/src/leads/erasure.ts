// Erasing a person and keeping the counts: which leads may be erased, and what of a timeline stays.
import type { Activity } from "./activity";
import type { LeadStatus } from "./lead-status";

/**
 * Statuses before consent to the study itself. From then on (in screening, enrolled, and what follows
 * them) the study's records must be kept by law: a status that is not in this list cannot be erased.
 */
const beforeConsent: readonly LeadStatus[] = [
  "new",
  "contacting",
  "pre_screening",
  "investigator_review",
  "visit_scheduled",
  "could_not_reach",
  "declined",
  "pre_screen_failure",
  "invalid",
];

export function mayErase(lead: { readonly status: LeadStatus }): boolean {
  return beforeConsent.includes(lead.status);
}

/** What happened stays; what somebody wrote about the person goes. */
export function withoutFreeText(activity: Activity): Activity {
  switch (activity.kind) {
    case "contact_attempted":
    case "follow_up_set":
    case "reviewed":
    case "question_answered":
      return { ...activity, note: null };
    case "mail_written":
      return { ...activity, subject: null, text: null };
    case "fields_changed":
      return {
        ...activity,
        changes: activity.changes.map(({ fact }) => ({ fact, from: null, to: null })),
      };
    case "imported":
      // Files are called after people, too.
      return { ...activity, fileName: null, note: null };
    case "screening_number_set":
      return { ...activity, from: null, to: null };
    case "visit_planned":
    case "visit_moved":
      return { ...activity, place: null };
    case "submission_received":
    case "added":
    case "status_changed":
    case "owner_changed":
    case "change_undone":
    case "criterion_answered":
    case "skipped":
    case "merged":
    case "merge_undone":
    case "visit_ended":
    case "preference_set":
    case "consent_withdrawn":
    case "erased":
      return activity;
  }
}
