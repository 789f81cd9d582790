// A line of the timeline for the person whose it is: what happened, with all that was recorded of it but ids and names
// of the team.
import { type Activity, activitySchema } from "@studydesk/domain/leads/activity";
import { withoutFreeText } from "@studydesk/domain/leads/erasure";
import type { PersonFileRow } from "@studydesk/domain/retention/person-file";

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

export function stepOf(data: string, hasTeamWords: boolean): PersonFileRow {
  const activity = activitySchema.parse(JSON.parse(data));
  const { kind } = activity;
  const told = hasTeamWords || ownWords.includes(kind) ? activity : withoutFreeText(activity);
  // Who of the team it was given to.
  if (kind === "owner_changed") return { what: names[kind] };
  const details = Object.entries(told).filter(([name]) => !idsOfOthers.test(name));
  return {
    what: names[kind],
    ...Object.fromEntries(
      details.map(([name, value]) => [
        name,
        typeof value === "object" && value !== null ? JSON.stringify(value) : value,
      ]),
    ),
  };
}
