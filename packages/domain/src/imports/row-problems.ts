// Why a row of a file does not come in, and what is only remarked on. Each sentence says what to do.

/** What a column of the file may hold. */
export const rowFields = [
  "name",
  "first_name",
  "last_name",
  "email",
  "phone",
  "language",
  "birth_year",
  "message",
  "note",
  "created_at",
  "status",
  "status_reason",
  "owner",
  "source",
  "consent",
] as const;
export type RowField = (typeof rowFields)[number];

export const rowFieldLabels: Readonly<Record<RowField, string>> = {
  name: "Full name",
  first_name: "First name",
  last_name: "Last name",
  email: "E-mail",
  phone: "Phone",
  language: "Language",
  birth_year: "Year of birth",
  message: "Message",
  note: "Note for the team",
  created_at: "Date it came in",
  status: "Status",
  status_reason: "Reason of the status",
  owner: "Owner (e-mail)",
  source: "Source",
  consent: "Consent to contact",
};

export const rowReasons = [
  "already_here",
  "same_as_row",
  "no_name",
  "no_way_to_reach",
  "not_an_email",
  "too_long",
  "no_consent",
  "consent_unclear",
  "date_unclear",
  "date_ahead",
  "status_unknown",
  "quote_not_closed",
  "row_too_large",
] as const;
export type RowReason = (typeof rowReasons)[number];

/** For counts: "12 · No name". */
export const rowReasonLabels: Readonly<Record<RowReason, string>> = {
  already_here: "Already here",
  same_as_row: "The same person as an earlier row",
  no_name: "No name",
  no_way_to_reach: "Neither e-mail nor phone",
  not_an_email: "Not an e-mail address",
  too_long: "A field is too long",
  no_consent: "No consent to be contacted",
  consent_unclear: "Consent cannot be read",
  date_unclear: "Date cannot be read",
  date_ahead: "Date lies ahead",
  status_unknown: "Status is not one of ours",
  quote_not_closed: "A quotation mark is never closed",
  row_too_large: "Row is larger than 1 MB",
};

export interface RowProblem {
  readonly reason: RowReason;
  readonly field?: RowField | null;
  readonly leadId?: number | null;
  readonly sameAsRow?: number | null;
}

/** What stands beside the row in the file of rejected rows. */
export function rowProblemSentence(problem: RowProblem): string {
  const { field } = problem;
  const where = field ? rowFieldLabels[field] : "A field";
  switch (problem.reason) {
    case "already_here":
      return `Already here as #${problem.leadId}.`;
    case "same_as_row":
      return `The same person as row ${problem.sameAsRow}.`;
    case "no_name":
      return "No name. Fill in a first or a last name.";
    case "no_way_to_reach":
      return "Neither an e-mail address nor a phone number. Fill in one of them.";
    case "not_an_email":
      return "The e-mail address is none. Put it right, or leave it empty and give a phone number.";
    case "too_long":
      return `${where} is longer than can be kept. Shorten it.`;
    case "no_consent":
      return "The row does not say that the person agreed to be contacted. Without that nobody may call.";
    case "consent_unclear":
      return "The consent is neither a date nor a yes or no. Write the date on which it was given.";
    case "date_unclear":
      return "The date it came in cannot be read. Write it as 2026-03-05.";
    case "date_ahead":
      return `${where}: this day is still to come. Put it right.`;
    case "status_unknown":
      return "This status was not given one of ours. Give it one, or leave it empty for a new lead.";
    case "quote_not_closed":
      return "A quotation mark opens here and is not closed within 200 lines or 1 MB. Take it out or close it.";
    case "row_too_large":
      return "The row is larger than 1 MB. Shorten it.";
  }
}

/** The row comes in all the same; something of it was left out or kept as plain text. */
export const rowRemarks = [
  "phone_unread",
  "language_unknown",
  "birth_year_unread",
  "owner_unknown",
  "source_unknown",
  "looks_like_formula",
  "letters_lost",
] as const;
export type RowRemark = (typeof rowRemarks)[number];

export const rowRemarkSentences: Readonly<Record<RowRemark, string>> = {
  phone_unread: "The phone number cannot be understood; it is kept as it was written",
  language_unknown: "The language is not known; it is left out",
  birth_year_unread: "The year of birth cannot be read; it is left out",
  owner_unknown: "Nobody of this site has the owner’s address; the lead is nobody’s",
  source_unknown: "The source is not one of ours; it is set to “Import”",
  looks_like_formula:
    "A text looks like a formula; it is kept as text, and made harmless in exports",
  letters_lost: "Some letters could not be read; check the encoding above",
};
