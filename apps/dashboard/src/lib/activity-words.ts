// A line of a lead's timeline in words, for every screen that shows one.
import type { Activity } from "@studydesk/domain/leads/activity";
import {
  contactChannelLabels,
  contactOutcomeLabels,
} from "@studydesk/domain/leads/contact-attempt";
import { preferenceWords } from "@studydesk/domain/leads/contact-preference";
import { leadStatusLabels, statusReasonLabels } from "@studydesk/domain/leads/lead-status";
import { dayAndTimeWords } from "./time-words";

export interface ActivityWords {
  /** "No answer · phone", "Pre-screening to Declined: too far to travel". */
  what: string;
  /** What somebody wrote along with it. */
  note: string | null;
}

/** `nameOf` gives a colleague's name by id where the screen knows it. */
export function activityWords(
  activity: Activity,
  now: Date,
  nameOf: (userId: string) => string | undefined = () => undefined,
): ActivityWords {
  switch (activity.kind) {
    case "submission_received":
      return { what: activity.first ? "Message came in" : "Wrote again", note: null };
    case "status_changed": {
      const reason = activity.reason
        ? `: ${statusReasonLabels[activity.reason].toLowerCase()}`
        : "";
      const { [activity.from]: from, [activity.to]: to } = leadStatusLabels;
      return { what: `${from} to ${to}${reason}`, note: null };
    }
    case "contact_attempted": {
      const channel = contactChannelLabels[activity.channel].toLowerCase();
      return {
        what: `${contactOutcomeLabels[activity.outcome]} · ${channel}`,
        note: activity.note,
      };
    }
    case "follow_up_set":
      return {
        what: activity.to ? `Follow-up ${dayAndTimeWords(activity.to, now)}` : "Follow-up cleared",
        note: activity.note,
      };
    case "owner_changed": {
      if (!activity.to) return { what: "Owner taken away", note: null };
      const name = nameOf(activity.to);
      return { what: name ? `Given to ${name}` : "Owner changed", note: null };
    }
    case "preference_set": {
      const wish = preferenceWords(activity);
      return {
        what: wish
          ? `Wishes to be contacted: ${decapitalised(wish)}`
          : "Has no wish about how to be contacted",
        note: null,
      };
    }
    case "consent_withdrawn":
      return { what: "Consent withdrawn by the person", note: null };
    case "erased":
      return { what: "Erased at the person’s request", note: null };
  }
}

function decapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
