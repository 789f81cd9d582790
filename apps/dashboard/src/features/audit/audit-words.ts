// The trail's closed words as people say them. What has no words of its own yet is said by its name, so that a new
// action is never hidden.
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import type { RouterOutputs } from "../../lib/trpc";

export type AuditRow = RouterOutputs["audit"]["list"]["rows"][number];
type Details = AuditRow["details"];
type People = Readonly<Record<string, string>>;

const sentences: Readonly<Record<AuditAction, string>> = {
  "lead.received": "A message came in",
  "lead.submission_added": "Another message of the same person came in",
  "lead.added": "Typed in a lead",
  "lead.opened": "Opened the lead",
  "lead.status_changed": "Changed the status",
  "lead.owner_changed": "Gave the lead to somebody",
  "lead.follow_up_set": "Set the follow-up",
  "lead.contact_logged": "Logged an attempt to reach the person",
  "lead.fields_changed": "Changed what is known about the person",
  "lead.change_undone": "Took a change back",
  "lead.criterion_answered": "Answered a criterion",
  "lead.review_signed": "Signed a decision",
  "lead.review_returned": "Sent the candidate back with a question",
  "lead.question_answered": "Answered the investigator’s question",
  "lead.note_attached": "Laid a note beside the review",
  "lead.note_detached": "Took a note from the review",
  "lead.screening_number_set": "Set the screening number",
  "lead.skipped": "Put the lead aside",
  "lead.visit_planned": "Planned a visit",
  "lead.visit_moved": "Moved a visit",
  "lead.visit_ended": "Noted how a visit ended",
  "lead.merged_in": "Merged another lead into this one",
  "lead.merged_away": "Merged this lead into another",
  "lead.merge_undone": "Undid a merge",
  "lead.not_the_same": "Said that two leads are two people",
  "lead.not_the_same_undone": "Took back that two leads are two people",
  "lead.consent_withdrawn": "The person withdrew their consent",
  "lead.preference_set": "The person said how to reach them",
  "lead.erased": "Erased the person",
  "lead.data_copied": "Took a copy of the person’s data",
  "leads.bulk_started": "Began to change many leads",
  "leads.bulk_stopped": "Stopped a change of many leads",
  "leads.export_begun": "Began to take leads out as a file",
  "leads.exported": "Took leads out as a file",
  "leads.imported": "Brought leads in from a file",
  "leads.import_taken_back": "Took imported leads back",
  "leads.made_up": "Made up people for the demo",
  "import.uploaded": "Uploaded a file of leads",
  "import.started": "Began an import",
  "import.stop_wanted": "Asked an import to stop",
  "import.done": "An import came to its end",
  "import.cancelled": "An import was stopped",
  "import.failed": "An import failed",
  "import.forgotten": "Threw an uploaded file away",
  "import.take_back_wanted": "Asked for an import to be taken back",
  "import.taken_back": "An import was taken back",
  "import.rejects_downloaded": "Took out the rows that were not imported",
  "reports.log_export_begun": "Began to take the screening log out",
  "reports.log_exported": "Took the screening log out",
  "fhir.export_begun": "Began a FHIR export",
  "fhir.exported": "Took out a FHIR bundle",
  "audit.exported": "Took the audit trail out",
  "audit.key_added": "A key for signing the trail was brought in",
  "study.imported": "Imported a study",
  "study.imported_again": "Took the registry’s record over",
  "study.worded": "Reworded a passage of the study page",
  "study.wording_removed": "Went back to the registry’s words",
  "study.consent_text_published": "Published a consent text",
  "study.faqs_changed": "Changed the questions on the study page",
  "study.faqs_reset": "Went back to the usual questions",
  "study_site.retention_changed": "Set how long people are kept",
  "study_site.retention_run_started": "Began to erase whoever is due",
  "study_site.retention_run_ended": "Erased whoever was due",
  "study_site.linked": "Linked a site to the study",
  "study_site.recruiting_changed": "Changed whether a site takes people",
  "overview.drafted_by_ai": "Had a plain-language text drafted",
  "overview.published": "Published a plain-language text",
  "overview.withdrawn": "Withdrew a plain-language text",
  "criteria.draft_begun": "Began to change the criteria",
  "criteria.draft_discarded": "Discarded a draft of the criteria",
  "criteria.published": "Published the criteria",
  "note.written": "Wrote a private note",
  "note.edited": "Edited a private note",
  "note.deleted": "Deleted a private note",
  "note.reattached": "Put a note on other words",
  "share.created": "Made a share",
  "share.opened": "A share was opened",
  "share.replied": "A share was answered",
  "share.extended": "Extended a share",
  "share.revoked": "Ended a share",
  "request.created": "Asked somebody outside for a note",
  "request.answered": "A request for a note was answered",
  "request.revoked": "Ended a request for a note",
  "mail.opened": "Read a mail",
  "mail.retried": "Had a mail tried again",
  "person.signed_in": "Signed in",
  "person.signed_out": "Signed out",
  "person.sign_in_refused": "A sign-in was refused",
  "person.signing_refused": "A password for signing was wrong",
  "person.signing_locked": "Signing was locked",
  "person.password_changed": "Changed their password",
  "person.role_removed": "Took a role away",
  "person.deactivated": "Deactivated a person",
  "person.reactivated": "Let a person in again",
  "person.reminders_set": "Changed their reminders",
  "invitation.created": "Invited somebody",
  "invitation.accepted": "Took up an invitation",
  "invitation.revoked": "Took an invitation back",
  "person.session_revoked": "Signed a screen out",
  "person.other_sessions_revoked": "Signed all other screens out",
  "person.code_refused": "A code of the second factor was wrong",
  "person.password_reset_asked": "Asked for a new password",
  "person.password_reset_made": "Made a link for a new password",
  "person.password_reset": "Set a new password by a link",
  "person.second_factor_begun": "Began to set up a second factor",
  "person.second_factor_set_up": "Set up a second factor",
  "person.second_factor_turned_off": "Turned their second factor off",
  "person.second_factor_reset": "Took a second factor away",
  "person.recovery_code_used": "Signed in with a recovery code",
  "person.recovery_codes_renewed": "Made new recovery codes",
  "site.created": "Made a site",
  "site.updated": "Changed a site",
  "installation.set_up": "Set the installation up",
  "subscription.confirmed": "Study alerts were confirmed",
  "subscription.changed": "Study alerts were changed",
  "subscription.ended": "Study alerts were ended",
  "subscription.erased": "Study alerts were erased",
  "duplicates.search_started": "Began to look for duplicates",
  "template.added": "Added a mail template",
  "template.changed": "Changed a mail template",
  "template.removed": "Removed a mail template",
  "backup.made": "Made a backup",
  "backup.restored": "A backup was put back",
  "view.shared": "Shared a view with the team",
  "view.unshared": "Took a view from the team",
  "view.changed": "Changed a team view",
  "view.deleted": "Deleted a team view",
  "view.restored": "Brought a team view back",
};

/** "lead.status_changed" → "Changed the status". */
export function actionWords(action: string): string {
  const known = Object.entries(sentences).find(([name]) => name === action)?.[1];
  if (known !== undefined) return known;
  const [group = "", what = ""] = action.split(".");
  const words = `${group} ${what}`.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const subjects: Readonly<Record<string, string>> = {
  lead: "Lead",
  study: "Study",
  site: "Site",
  note: "Note",
  share: "Share",
  request: "Request",
  job: "Job",
  import: "Import",
  mail: "Mail",
  view: "View",
  subscription: "Alert",
  invitation: "Invitation",
  installation: "Installation",
};

/** "Lead 123"; a person of the team by name; never a name of anybody else. */
export function subjectWords({ subject, subjectId }: AuditRow, people: People): string {
  if (subject === "person") return people[subjectId] ?? "Somebody unknown";
  if (subject === "installation") return "Installation";
  return `${subjects[subject] ?? subject} ${subjectId}`;
}

export interface DetailWords {
  /** "New → Contacting". */
  change: string | null;
  /** "Person asked". */
  why: string | null;
  /** "attempt 12, channel phone". */
  more: string | null;
}

export function detailWords({ details }: AuditRow, people: People): DetailWords {
  const { from, to, reason: given, because = given, ...rest } = details;
  const say = (value: Details[string] | undefined) => valueWords(value, people);
  const hasChange = from !== undefined || to !== undefined;
  const others = Object.entries(rest).filter(([, value]) => value !== null && value !== "");
  return {
    change: hasChange ? `${from === undefined ? "" : `${say(from)} `}→ ${say(to)}` : null,
    why: typeof because === "string" ? say(because) : null,
    more:
      others.length > 0
        ? others.map(([name, value]) => `${nameWords(name)} ${say(value)}`).join(", ")
        : null,
  };
}

/** "criteriaVersion" → "criteria version", "leadId" → "lead". */
function nameWords(name: string): string {
  return name
    .replace(/Id$/, "")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(".", " ")
    .replaceAll("_", " ");
}

const statuses: Readonly<Record<string, string>> = leadStatusLabels;
const reasons: Readonly<Record<string, string>> = statusReasonLabels;

function valueWords(value: Details[string] | undefined, people: People): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  // Digests of what is not told, and of files: their beginning tells two apart.
  if (/^[0-9a-f]{32,64}$/.test(value)) return `${value.slice(0, 8)}…`;
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(value);
  if (moment) return `${moment[1]} ${moment[2]} UTC`;
  return people[value] ?? statuses[value] ?? reasons[value] ?? value.replaceAll("_", " ");
}
