// A line of a lead's timeline in words, for every screen that shows one.

import {
  contactChannelLabels,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import { preferenceWords } from "@studydesk/domain/contact/contact-preference";
import { type ContactReason, contactReasonLabels } from "@studydesk/domain/contact/contact-reason";
import { mergeFieldLabels } from "@studydesk/domain/duplicates/merge-fields";
import type { Activity } from "@studydesk/domain/leads/activity";
import { type LeadFactName, leadFactLabels } from "@studydesk/domain/leads/lead-facts";
import { leadSourceLabels } from "@studydesk/domain/leads/lead-source";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { undoFieldWords } from "@studydesk/domain/leads/undo";
import { skipReasonLabels } from "@studydesk/domain/queue/skip-lead";
import {
  type EraseReason,
  eraseReasonLabels,
  isAtOwnRequest,
} from "@studydesk/domain/retention/erase-lead";
import { reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { answerLabels } from "@studydesk/domain/screening/answer";
import { visitStateLabels } from "@studydesk/domain/visits/visit-states";
import { factWords } from "./fact-words";
import { dayAndTimeWords } from "./time-words";

export interface ActivityWords {
  /** "No answer · phone", "Pre-screening to Declined: too far to travel". */
  what: string;
  /** What somebody wrote along with it. */
  note: string | null;
  /** What was replaced by what, in words; null is "not known". */
  diffs?: { label: string; from: string | null; to: string | null }[];
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
      const failed = activity.label ? ` (${activity.label})` : "";
      return { what: `${from} to ${to}${failed}${reason}`, note: null };
    }
    case "contact_attempted": {
      const channel = contactChannelLabels[activity.channel].toLowerCase();
      return {
        what: `${contactOutcomeLabels[activity.outcome]} · ${channel}${reasonWords(activity.despite)}`,
        note: activity.note,
      };
    }
    case "mail_written":
      return {
        what: `Mail written${activity.subject === null ? "" : `: ${activity.subject}`}${reasonWords(activity.despite)}`,
        note: activity.text,
      };
    case "follow_up_set":
      return {
        what: activity.to ? `Follow-up ${dayAndTimeWords(activity.to, now)}` : "Follow-up cleared",
        note: activity.note,
        ...(activity.from && activity.from !== activity.to
          ? {
              diffs: [
                {
                  label: "When",
                  from: dayAndTimeWords(activity.from, now),
                  to: activity.to && dayAndTimeWords(activity.to, now),
                },
              ],
            }
          : {}),
      };
    case "owner_changed": {
      if (!activity.to) return { what: "Owner taken away", note: null };
      const name = nameOf(activity.to);
      const before = activity.from ? nameOf(activity.from) : undefined;
      const from = before ? `, before it was with ${before}` : "";
      return { what: name ? `Given to ${name}${from}` : "Owner changed", note: null };
    }
    case "change_undone": {
      const what = activity.fields.map((field) => undoFieldWords[field]);
      const status = activity.status ? ` (${leadStatusLabels[activity.status]} again)` : "";
      const list = new Intl.ListFormat("en").format(what);
      return {
        what: `${activity.again ? "Done again" : "Taken back"}: ${list}${status}`,
        note: null,
      };
    }
    case "merged": {
      const { otherId, taken } = activity;
      if (!activity.goesOn) return { what: `Merged into lead ${otherId}`, note: null };
      const words = taken.map((field) => mergeFieldLabels[field].toLowerCase());
      const list = words.length > 0 ? `, taken from there: ${listWords(words)}` : "";
      return { what: `Lead ${otherId} was merged into this one${list}`, note: null };
    }
    case "merge_undone": {
      const words = activity.stayed.map((field) => mergeFieldLabels[field].toLowerCase());
      const list = words.length > 0 ? `; left as changed since: ${listWords(words)}` : "";
      return { what: `Two leads again: this one and lead ${activity.otherId}${list}`, note: null };
    }
    case "fields_changed":
      return {
        what: changedFacts(activity.changes),
        note: null,
        diffs: activity.changes.flatMap(({ fact, from, to }) =>
          from === null && to === null
            ? []
            : [
                {
                  label: leadFactLabels[fact],
                  from: factWords(fact, from),
                  to: factWords(fact, to),
                },
              ],
        ),
      };
    case "skipped": {
      const reason = decapitalised(skipReasonLabels[activity.reason]);
      const until = activity.until ? `, until ${dayAndTimeWords(activity.until, now)}` : "";
      return { what: `Skipped: ${reason}${until}`, note: null };
    }
    case "criterion_answered": {
      const { label, from, to } = activity;
      if (to === null) return { what: `${label} is open again`, note: null };
      const before = from ? `, before it was ${decapitalised(answerLabels[from])}` : "";
      return { what: `${label}: ${decapitalised(answerLabels[to])}${before}`, note: null };
    }
    case "reviewed": {
      const because = activity.label ? `: ${activity.label}` : "";
      const decision = decapitalised(reviewDecisionLabels[activity.decision]);
      const what = activity.decision === "returned" ? "Review" : "Signed";
      return { what: `${what}: ${decision}${because}`, note: activity.note };
    }
    case "question_answered":
      return { what: "Answered the investigator’s question", note: activity.note };
    case "visit_planned": {
      const place = activity.place ? `, ${activity.place}` : "";
      return { what: `Visit planned: ${dayAndTimeWords(activity.at, now)}${place}`, note: null };
    }
    case "visit_moved": {
      const { from, to } = activity;
      if (from === to) {
        return { what: `Visit of ${dayAndTimeWords(to, now)} changed`, note: activity.place };
      }
      const times = { from: dayAndTimeWords(from, now), to: dayAndTimeWords(to, now) };
      return {
        what: `Visit moved to ${times.to}`,
        note: null,
        diffs: [{ label: "When", ...times }],
      };
    }
    case "visit_ended": {
      const end = decapitalised(visitStateLabels[activity.state]);
      return { what: `Visit of ${dayAndTimeWords(activity.at, now)}: ${end}`, note: null };
    }
    case "screening_number_set":
      return {
        what: activity.to ? `Screening number ${activity.to}` : "Screening number taken away",
        note: null,
        ...(activity.from
          ? { diffs: [{ label: "Screening number", from: activity.from, to: activity.to }] }
          : {}),
      };
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
    case "added":
      return {
        what: `Added by hand: ${decapitalised(leadSourceLabels[activity.source])}`,
        note: null,
      };
    case "imported": {
      const from = activity.fileName ?? "a file";
      return { what: `Imported from ${from}, row ${activity.row}`, note: activity.note };
    }
    case "erased":
      return { what: erasedWords(activity.reason), note: null };
  }
}

function erasedWords(reason: EraseReason | undefined): string {
  if (reason === undefined) return "Erased at the person’s request";
  const because = decapitalised(eraseReasonLabels[reason]);
  return `Erased${isAtOwnRequest(reason) ? " at the person’s request" : ""}: ${because}`;
}

/** "First name and e-mail changed". */
function changedFacts(changes: readonly { fact: LeadFactName }[]): string {
  const names = changes.map(({ fact }) => decapitalised(leadFactLabels[fact]));
  const list = new Intl.ListFormat("en-GB").format(names);
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} changed`;
}

/** Why it was done although the desk advised against it. */
function reasonWords(reason: ContactReason | undefined): string {
  return reason ? ` · ${decapitalised(contactReasonLabels[reason])}` : "";
}

function decapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function listWords(words: readonly string[]): string {
  return new Intl.ListFormat("en").format(words);
}
