// Leads and all that happens to them: what was sent, what was agreed to, who was reached.

import type { ContactChannel, ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import type { ContactHours, PreferredChannel } from "@studydesk/domain/contact/contact-preference";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import type { Activity } from "@studydesk/domain/leads/activity";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { StatusReason } from "@studydesk/domain/leads/status-reasons";
import type { PresenceKind } from "@studydesk/domain/presence/presence";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { Proof } from "@studydesk/domain/submissions/proof";
import type { Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

interface LeadsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  siteId: Fixed<number>;
  status: LeadStatus;
  statusSince: string;
  /** Why it is where it is: a decline reason, a reason to give up or to reopen. */
  statusReason: StatusReason | null;
  source: LeadSource;
  firstName: string;
  lastName: string;
  /** Folded "last first", for sorting. */
  sortName: string;
  email: string;
  /** Lower case, as compared for "the same person". */
  emailFolded: string;
  /** E.164 where the number could be understood. */
  phone: string | null;
  phoneTyped: string;
  /** BCP 47 tag of the language the person would like to speak. */
  language: string | null;
  /** IANA zone where the person most likely is. */
  timeZone: string;
  ownerId: string | null;
  followUpAt: string | null;
  followUpNote: string | null;
  attemptCount: Generated<number>;
  firstAttemptAt: string | null;
  lastAttemptAt: string | null;
  /** First time that somebody reached the person. */
  firstContactAt: string | null;
  doNotContact: Generated<Flag>;
  /** Where a study asks for it: of the person who would take part. */
  birthYear: number | null;
  /** Which language of the public pages the person read; null where no page was read. */
  pageLanguage: PublicLanguage | null;
  /** The best of the lead's messages; null where none came through the form. */
  proof: Proof | null;
  /** What the person wishes, from their own status page. */
  contactChannel: PreferredChannel | null;
  contactHours: ContactHours | null;
  /** Since then every column about the person is empty. */
  erasedAt: string | null;
  /** The criterion that failed, where a failure names one. */
  criterionId: number | null;
  /** The review that it waits in, or waited in last. */
  reviewId: number | null;
  /** When it first came so far: every criterion answered or one failed, judged eligible, decided at all. */
  screenedAt: string | null;
  eligibleAt: string | null;
  decidedAt: string | null;
  visitHeldAt: string | null;
  /** Consent to the study itself: an ISO day, and the version of the form. */
  studyConsentOn: string | null;
  consentFormVersion: string | null;
  /** The number that the study knows the person by; one of its kind at a study site. */
  screeningNumber: string | null;
  enrolledAt: string | null;
  /** A merge takes the earlier of two. */
  createdAt: string;
  /** The lead that goes on for both; this one is at rest until the merge is undone. */
  mergedIntoId: number | null;
  /** The import that made it, and the row of its file; null: it came otherwise. */
  importId: Fixed<number | null>;
  importRow: Fixed<number | null>;
  version: Generated<number>;
}

/** What was sent, exactly as typed: the first and every further message of the same person. */
interface SubmissionsTable {
  id: Generated<number>;
  leadId: number;
  receivedAt: Fixed<string>;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  language: string | null;
  message: string | null;
  birthYear: number | null;
  pageLanguage: PublicLanguage | null;
  proof: Proof | null;
  /** A digest that names one press of the button, however often it was sent. */
  requestKey: Fixed<string | null>;
}

/** The words a visitor agreed to; a row is never changed, a new wording is a new row. */
interface ConsentTextsTable {
  id: Generated<number>;
  /** Null: the text for every study that has none of its own. */
  studyId: Fixed<number | null>;
  language: Fixed<string>;
  number: Fixed<number>;
  text: Fixed<string>;
  createdAt: Fixed<string>;
}

interface ConsentsTable {
  id: Generated<number>;
  leadId: number;
  submissionId: Fixed<number>;
  consentTextId: Fixed<number>;
  givenAt: Fixed<string>;
  withdrawnAt: string | null;
}

interface ContactAttemptsTable {
  id: Generated<number>;
  leadId: number;
  at: Fixed<string>;
  channel: Fixed<ContactChannel>;
  outcome: Fixed<ContactOutcome>;
  note: string | null;
  /** Why the person was contacted although the desk advised against it; null: it did not. */
  despite: Fixed<ContactReason | null>;
  byUserId: Fixed<string>;
  /** Since then it counts nowhere: it was logged by mistake. */
  takenBackAt: Generated<string | null>;
  /** Names one press of a key, however often it was sent. */
  requestKey: Fixed<string | null>;
}

/** What the team sees on a lead, newest last. `data` is JSON of the kind's shape in domain. */
interface ActivitiesTable {
  id: Generated<number>;
  leadId: number;
  at: Fixed<string>;
  kind: Fixed<Activity["kind"]>;
  byUserId: Fixed<string | null>;
  data: string;
}

/** What one saved change of a lead wrote over; see api/leads/save-lead.ts. */
interface LeadChangesTable {
  id: Generated<number>;
  leadId: Fixed<number>;
  /** The lead's version from this change on. */
  version: Fixed<number>;
  at: Fixed<string>;
  /** Null: the person themselves, or the program. */
  byUserId: Fixed<string | null>;
  /** Changes made in one go carry the same name. */
  batch: Fixed<string | null>;
  /** The contact attempt that was logged with it. */
  attemptId: Fixed<number | null>;
  /** The change that this one takes back. */
  undoes: Fixed<number | null>;
  /** JSON of the columns that were written: what they held, and what they hold since. */
  before: Fixed<string>;
  after: Fixed<string>;
}

/** A person's private link to their own request; of its token only the digest is kept. */
interface StatusLinksTable {
  id: Generated<number>;
  leadId: number;
  tokenSha256: Fixed<string>;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  revokedAt: string | null;
}

/** Who has a lead open: true for as long as it was said a moment ago. */
interface PresenceTable {
  leadId: Fixed<number>;
  userId: Fixed<string>;
  what: PresenceKind;
  seenAt: string;
}

/** Words of folded names, and characters and pairs of names without spaces; triggers keep it. */
interface LeadNamePartsTable {
  part: Fixed<string>;
  leadId: Fixed<number>;
}

/** Kept by triggers; on PostgreSQL several rows may stand for the same, and add up. */
interface LeadCountersTable {
  siteId: Fixed<number>;
  status: Fixed<LeadStatus>;
  /** Empty: nobody's. */
  ownerId: Fixed<string>;
  count: Fixed<number>;
}

export interface LeadTables {
  leadNameParts: LeadNamePartsTable;
  leadCounters: LeadCountersTable;
  leads: LeadsTable;
  submissions: SubmissionsTable;
  consentTexts: ConsentTextsTable;
  consents: ConsentsTable;
  contactAttempts: ContactAttemptsTable;
  activities: ActivitiesTable;
  statusLinks: StatusLinksTable;
  leadChanges: LeadChangesTable;
  presence: PresenceTable;
}
