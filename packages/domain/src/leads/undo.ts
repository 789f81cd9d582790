// Taking a change of a lead back: what of it may go back to what it was, and what has to stay because
// somebody wrote to it since. Columns that mean something only together go back together or not at all.
import { openLeadStatuses } from "./lead-status";

/** A change can be taken back within a session's life by the person who made it. */
export const undoWithinMs = 12 * 3_600_000;

export const undoFields = [
  "attempt",
  "status",
  "owner",
  "follow_up",
  "do_not_contact",
  "first_name",
  "last_name",
  "email",
  "phone",
  "time_zone",
  "language",
  "birth_year",
  "source",
  "preference",
  "screening_number",
  "other",
] as const;
export type UndoField = (typeof undoFields)[number];

export const undoFieldWords: Readonly<Record<UndoField, string>> = {
  attempt: "the logged contact",
  status: "the status",
  owner: "the owner",
  follow_up: "the follow-up",
  do_not_contact: "“do not contact”",
  first_name: "the first name",
  last_name: "the last name",
  email: "the e-mail address",
  phone: "the phone number",
  time_zone: "the time zone",
  language: "the language",
  birth_year: "the year of birth",
  source: "the source",
  preference: "the wish about being contacted",
  screening_number: "the screening number",
  other: "the rest",
};

const fieldOfColumn: Readonly<Record<string, UndoField>> = {
  status: "status",
  statusSince: "status",
  statusReason: "status",
  criterionId: "status",
  reviewId: "status",
  screenedAt: "status",
  eligibleAt: "status",
  decidedAt: "status",
  visitHeldAt: "status",
  studyConsentOn: "status",
  consentFormVersion: "status",
  enrolledAt: "status",
  screeningNumber: "screening_number",
  ownerId: "owner",
  followUpAt: "follow_up",
  followUpNote: "follow_up",
  doNotContact: "do_not_contact",
  firstName: "first_name",
  lastName: "last_name",
  email: "email",
  emailFolded: "email",
  phone: "phone",
  phoneTyped: "phone",
  timeZone: "time_zone",
  language: "language",
  birthYear: "birth_year",
  source: "source",
  contactChannel: "preference",
  contactHours: "preference",
};

/** Follow from others (the attempts that stand, the names): they are made anew, never put back. */
const derivedColumns: readonly string[] = [
  "sortName",
  "attemptCount",
  "firstAttemptAt",
  "lastAttemptAt",
  "firstContactAt",
];

type Columns = Readonly<Record<string, unknown>>;

/** A saved change: what the columns held before it, and what they hold since. */
export interface ChangeToUndo {
  readonly id: number;
  /** The change that it takes back. */
  readonly undoes: number | null;
  readonly byUserId: string | null;
  /** An investigator's signature was given with it. */
  readonly isSigned?: boolean;
  readonly before: Columns;
  readonly after: Columns;
}

export interface UndoPlan {
  /** Which columns get back what they held. */
  readonly columns: readonly string[];
  readonly fields: readonly UndoField[];
  readonly kept: readonly KeptField[];
}

/**
 * Stays as it is: it was written since (null: by nobody of the team), the consent is gone, or an investigator
 * signed for it and a further decision alone changes it.
 */
export interface KeptField {
  readonly field: UndoField;
  readonly because: "changed_since" | "consent_withdrawn" | "signed";
  readonly byUserId: string | null;
}

/** `later`: every change of the lead after this one, oldest first. */
export function planUndo(
  change: ChangeToUndo,
  lead: Columns & { readonly consentWithdrawnAt: string | null },
  later: readonly ChangeToUndo[],
): UndoPlan {
  const restored: string[] = [];
  const fields: UndoField[] = [];
  const kept: KeptField[] = [];
  for (const [field, columns] of columnsByField(change)) {
    const since = columns.map((column) => writerSince(column, change, lead, later)).find(Boolean);
    if (since) {
      kept.push({ field, because: "changed_since", byUserId: since.byUserId });
    } else if (field === "status" && change.isSigned) {
      kept.push({ field, because: "signed", byUserId: change.byUserId });
    } else if (isKeptByConsent(field, change, lead)) {
      kept.push({ field, because: "consent_withdrawn", byUserId: null });
    } else {
      restored.push(...columns);
      fields.push(field);
    }
  }
  return { columns: restored, fields, kept };
}

/** Only what the change really changed. */
function columnsByField({ before, after }: ChangeToUndo): [UndoField, string[]][] {
  const columns = Object.keys(after).filter((column) => !derivedColumns.includes(column));
  return [...Map.groupBy(columns, (column) => fieldOfColumn[column] ?? "other")].filter(
    ([, ofField]) => ofField.some((column) => before[column] !== after[column]),
  );
}

/** Who wrote to the column after the change, and was not taken back in turn. */
function writerSince(
  column: string,
  { after }: ChangeToUndo,
  lead: Columns,
  later: readonly ChangeToUndo[],
): { byUserId: string | null } | undefined {
  const standing = later.filter((step) => column in step.after);
  for (const undo of standing.toReversed()) {
    const undone = standing.find(({ id }) => id === undo.undoes);
    if (!undone || !standing.includes(undo)) continue;
    standing.splice(standing.indexOf(undo), 1);
    standing.splice(standing.indexOf(undone), 1);
  }
  const last = standing.at(-1);
  if (last) return { byUserId: last.byUserId };
  return lead[column] === after[column] ? undefined : { byUserId: null };
}

function isKeptByConsent(
  field: UndoField,
  { before }: ChangeToUndo,
  lead: Columns & { readonly consentWithdrawnAt: string | null },
): boolean {
  if (lead.consentWithdrawnAt === null) return false;
  if (field === "do_not_contact") return before.doNotContact === false;
  return field === "status" && openLeadStatuses.some((status) => status === before.status);
}
