// What somebody wrote on an entry of the timeline: the text that a note can hang on.
import type { Activity } from "./activity";

/** Null: nothing was written, or nothing of it is left. */
export function activityText(activity: Activity): string | null {
  switch (activity.kind) {
    case "contact_attempted":
    case "follow_up_set":
    case "reviewed":
    case "question_answered":
    case "imported":
      return activity.note;
    case "mail_written":
      return activity.text;
    default:
      return null;
  }
}
