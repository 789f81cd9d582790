// A line of the timeline for the person whose it is: what happened, with all that was recorded of it but ids and names
// of the team.
import {
  contactChannelLabels,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import { hoursWords } from "@studydesk/domain/contact/contact-preference";
import { contactReasonLabels } from "@studydesk/domain/contact/contact-reason";
import { mergeFieldLabels } from "@studydesk/domain/duplicates/merge-fields";
import { type Activity, activitySchema } from "@studydesk/domain/leads/activity";
import { withoutFreeText } from "@studydesk/domain/leads/erasure";
import { leadSourceLabels } from "@studydesk/domain/leads/lead-source";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { undoFieldWords } from "@studydesk/domain/leads/undo";
import { skipReasonLabels } from "@studydesk/domain/queue/skip-lead";
import type { PersonFileRow, PersonFileValue } from "@studydesk/domain/retention/person-file";
import { reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { answerLabels } from "@studydesk/domain/screening/answer";
import { visitStateLabels } from "@studydesk/domain/visits/visit-states";

const names: Readonly<Record<Activity["kind"], string>> = {
  submission_received: "Message came in",
  status_changed: "Status changed",
  contact_attempted: "Contact",
  mail_written: "Mail written",
  follow_up_set: "Next step planned",
  owner_changed: "Given to somebody of the team",
  fields_changed: "Facts about you put right",
  imported: "Brought in from a file",
  added: "Added by the team",
  change_undone: "Change taken back",
  criterion_answered: "Question answered",
  skipped: "Put aside",
  merged: "Merged with another request of yours",
  merge_undone: "Merge taken back",
  reviewed: "Investigator decided",
  question_answered: "Investigator's question answered",
  visit_planned: "Visit planned",
  visit_moved: "Visit moved",
  visit_ended: "Visit ended",
  screening_number_set: "Screening number set",
  preference_set: "You said how to be contacted",
  consent_withdrawn: "Consent to be contacted taken back",
  erased: "Erased",
};

/** Facts that were put right and places of visits are the person's own, whoever typed them. */
const ownWords: readonly Activity["kind"][] = [
  "fields_changed",
  "mail_written",
  "screening_number_set",
  "visit_planned",
  "visit_moved",
];

const idsOfOthers = /^(kind|.*Id)$/;

/** Words for what is recorded as one of a closed list. */
const listed: Readonly<
  Partial<Record<Activity["kind"], Readonly<Record<string, Readonly<Record<string, string>>>>>>
> = {
  status_changed: { from: leadStatusLabels, to: leadStatusLabels, reason: statusReasonLabels },
  contact_attempted: {
    channel: contactChannelLabels,
    outcome: contactOutcomeLabels,
    despite: contactReasonLabels,
  },
  mail_written: { despite: contactReasonLabels },
  added: { source: leadSourceLabels },
  change_undone: { fields: undoFieldWords, status: leadStatusLabels },
  criterion_answered: { from: answerLabels, to: answerLabels },
  skipped: { reason: skipReasonLabels },
  merged: { taken: mergeFieldLabels },
  merge_undone: { stayed: mergeFieldLabels },
  reviewed: { decision: reviewDecisionLabels },
  visit_ended: { state: visitStateLabels },
  preference_set: { channel: contactChannelLabels, hours: hoursWords },
};

export function stepOf(data: string, hasTeamWords: boolean): PersonFileRow {
  const activity = activitySchema.parse(JSON.parse(data));
  const { kind } = activity;
  const told = hasTeamWords || ownWords.includes(kind) ? activity : withoutFreeText(activity);
  // Who of the team it was given to.
  if (kind === "owner_changed") return { what: names[kind] };
  const entries = Object.entries<PersonFileValue | undefined>(told);
  const details = entries.flatMap(([name, value]) =>
    value === undefined || idsOfOthers.test(name)
      ? []
      : [[name, wordsOf(value, listed[kind]?.[name])] as const],
  );
  return { what: names[kind], ...Object.fromEntries(details), ...changesOf(activity) };
}

function changesOf(activity: Activity): PersonFileRow {
  if (activity.kind !== "fields_changed") return {};
  const changes = activity.changes.map(({ fact, from, to }) => {
    const words = fact === "source" ? leadSourceLabels : {};
    return { fact, from: wordOf(from, words), to: wordOf(to, words) };
  });
  return { changes };
}

function wordOf(value: string | null, words: Readonly<Record<string, string>>): string | null {
  return value === null ? null : (words[value] ?? value);
}

function wordsOf(
  value: PersonFileValue,
  words: Readonly<Record<string, string>> | undefined,
): PersonFileValue {
  if (!words) return value;
  if (typeof value === "string") return words[value] ?? value;
  if (!Array.isArray(value)) return value;
  return value.map((each) => (typeof each === "string" ? (words[each] ?? each) : each));
}
