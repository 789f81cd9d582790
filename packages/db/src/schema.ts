// Every table, as the code names it: columns are camelCase in the database too, so no layer maps names.
// Times are ISO-8601 UTC text with milliseconds, booleans 0/1 integers, JSON is text.
import type { ContactOutcome } from "@studydesk/domain/leads/contact-attempt";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import type { LeadStatus, StatusReason } from "@studydesk/domain/leads/lead-status";
import type { ColumnType, Generated, Insertable, Selectable } from "kysely";

/** Set once, when the row is made. */
type Fixed<T> = ColumnType<T, T, never>;
type Flag = 0 | 1;

// people: the first five tables are better-auth's, copied once (its times are its own)
type AuthTime = ColumnType<Date | string, Date | string, Date | string>;

export interface UserTable {
  id: Fixed<string>;
  name: string;
  email: string;
  emailVerified: boolean | number;
  image: string | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}
export interface SessionTable {
  id: Fixed<string>;
  expiresAt: AuthTime;
  token: string;
  createdAt: AuthTime;
  updatedAt: AuthTime;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}
export interface AccountTable {
  id: Fixed<string>;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: AuthTime | null;
  refreshTokenExpiresAt: AuthTime | null;
  scope: string | null;
  password: string | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}
export interface VerificationTable {
  id: Fixed<string>;
  identifier: string;
  value: string;
  expiresAt: AuthTime;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}
export interface RateLimitTable {
  id: Fixed<string>;
  key: string;
  count: number;
  lastRequest: number;
}
/** One row: who owns the installation, and whether it is a demo. */
export interface InstallationTable {
  id: Fixed<number>;
  ownerUserId: string | null;
  isDemo: Fixed<Flag>;
  createdAt: Fixed<string>;
}
export interface SiteRolesTable {
  userId: Fixed<string>;
  siteId: Fixed<number>;
  role: Fixed<"coordinator" | "investigator" | "admin">;
  grantedAt: Fixed<string>;
}
export interface InvitationsTable {
  id: Generated<number>;
  email: Fixed<string>;
  siteId: Fixed<number>;
  role: Fixed<"coordinator" | "investigator" | "admin">;
  tokenSha256: Fixed<string>;
  invitedBy: Fixed<string | null>;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  acceptedAt: string | null;
  revokedAt: string | null;
}
/** Points used up per key: see api/rate-limits.ts. */
export interface LimitsTable {
  key: Fixed<string>;
  points: number;
  /** Unix milliseconds; null never expires. */
  expire: number | null;
}

// sites and studies
export interface SitesTable {
  id: Generated<number>;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2: the default country of a phone number. */
  countryCode: string;
  /** IANA zone. */
  timeZone: string;
  /** The site's promise to visitors: hours to first contact. */
  promiseHours: number;
  createdAt: Fixed<string>;
  version: Generated<number>;
}
export interface StudiesTable {
  id: Generated<number>;
  nctId: Fixed<string>;
  title: string;
  /** The registry's closed list, in its own spelling. */
  overallStatus: string;
  /** `ImportedStudy` of domain, as JSON: everything that the study page shows. */
  imported: string;
  /** The file as it came, as JSON text. */
  record: string;
  recordSha256: string;
  importedAt: string;
  version: Generated<number>;
}
export interface CriteriaVersionsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  number: Fixed<number>;
  createdAt: Fixed<string>;
}
export interface CriteriaTable {
  id: Generated<number>;
  criteriaVersionId: Fixed<number>;
  position: Fixed<number>;
  kind: Fixed<"inclusion" | "exclusion">;
  label: Fixed<string>;
  heading: Fixed<string | null>;
  text: Fixed<string>;
  /** Nested items as JSON. */
  children: Fixed<string>;
}
export interface StudyLocationsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  position: Fixed<number>;
  facility: Fixed<string>;
  city: Fixed<string | null>;
  state: Fixed<string | null>;
  country: Fixed<string | null>;
  lat: Fixed<number | null>;
  lon: Fixed<number | null>;
  registryStatus: Fixed<string | null>;
}
export interface StudySitesTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  siteId: Fixed<number>;
  locationId: number | null;
  recruiting: "recruiting" | "paused" | "closed";
  createdAt: Fixed<string>;
  version: Generated<number>;
}
/** The words a visitor agreed to; a row is never changed, a new wording is a new row. */
export interface ConsentTextsTable {
  id: Generated<number>;
  /** Null: the text for every study that has none of its own. */
  studyId: Fixed<number | null>;
  language: Fixed<string>;
  number: Fixed<number>;
  text: Fixed<string>;
  createdAt: Fixed<string>;
}

// leads
export interface LeadsTable {
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
  createdAt: Fixed<string>;
  version: Generated<number>;
}
/** What was sent, exactly as typed: the first and every further message of the same person. */
export interface SubmissionsTable {
  id: Generated<number>;
  leadId: Fixed<number>;
  receivedAt: Fixed<string>;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  language: string | null;
  message: string | null;
}
export interface ConsentsTable {
  id: Generated<number>;
  leadId: Fixed<number>;
  submissionId: Fixed<number>;
  consentTextId: Fixed<number>;
  givenAt: Fixed<string>;
  withdrawnAt: string | null;
}
export interface ContactAttemptsTable {
  id: Generated<number>;
  leadId: Fixed<number>;
  at: Fixed<string>;
  channel: Fixed<"phone" | "email" | "text_message" | "in_person">;
  outcome: Fixed<ContactOutcome>;
  note: string | null;
  byUserId: Fixed<string>;
}
/** What the team sees on a lead, newest last. `data` is JSON of the kind's shape in domain. */
export interface ActivitiesTable {
  id: Generated<number>;
  leadId: Fixed<number>;
  at: Fixed<string>;
  kind: Fixed<string>;
  byUserId: Fixed<string | null>;
  data: string;
}

// notes and shares
export interface NotesTable {
  id: Generated<number>;
  authorId: Fixed<string>;
  leadId: Fixed<number>;
  /** AES-256-GCM under the installation's key: iv, ciphertext and tag as base64url, key id first. */
  sealedBody: string;
  createdAt: Fixed<string>;
  updatedAt: string;
  version: Generated<number>;
}
export interface SharesTable {
  id: Generated<number>;
  idSha256: Fixed<string>;
  linkProofSha256: Fixed<string>;
  authKeySha256: Fixed<string>;
  iv: Fixed<string>;
  ciphertext: Fixed<string>;
  ownerId: Fixed<string>;
  leadId: Fixed<number>;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  maxViews: Fixed<number>;
  views: Generated<number>;
  failures: Generated<number>;
  revokedAt: string | null;
  revokedBecause: "owner" | "too_many_failures" | "reissued" | null;
}
export interface ShareEventsTable {
  id: Generated<number>;
  shareId: Fixed<number>;
  at: Fixed<string>;
  kind: Fixed<"opened" | "wrong_passcode" | "revoked">;
  /** SHA-256 of the opener's nonce: a repeat within two minutes is the same view. */
  nonceSha256: Fixed<string | null>;
  /** "phone", "computer", … as told by the browser; no more than that. */
  device: Fixed<string | null>;
}

// outbox, audit, events
export interface OutboxTable {
  id: Generated<number>;
  messageId: Fixed<string>;
  kind: Fixed<string>;
  siteId: Fixed<number | null>;
  leadId: Fixed<number | null>;
  toAddress: Fixed<string>;
  subject: Fixed<string>;
  textBody: Fixed<string>;
  htmlBody: Fixed<string>;
  status: "queued" | "sent" | "failed";
  attempts: Generated<number>;
  createdAt: Fixed<string>;
  nextAttemptAt: string;
  /** While a sender holds it; a crash frees it when this has passed. */
  leasedUntil: string | null;
  leasedBy: string | null;
  sentAt: string | null;
  /** The mail server's word, without addresses. */
  lastError: string | null;
}
export interface AuditTable {
  /** Position in the chain, without gaps. */
  sequence: Fixed<number>;
  at: Fixed<string>;
  actorId: Fixed<string | null>;
  action: Fixed<string>;
  subject: Fixed<string>;
  subjectId: Fixed<string>;
  siteId: Fixed<number | null>;
  /** JSON without identity values. */
  details: Fixed<string>;
  previousSha256: Fixed<string>;
  sha256: Fixed<string>;
}
export interface EventsTable {
  id: Generated<number>;
  at: Fixed<string>;
  siteId: Fixed<number | null>;
  kind: Fixed<string>;
  subjectId: Fixed<string>;
  byUserId: Fixed<string | null>;
}

export interface Schema {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  rateLimit: RateLimitTable;
  installation: InstallationTable;
  siteRoles: SiteRolesTable;
  invitations: InvitationsTable;
  limits: LimitsTable;
  sites: SitesTable;
  studies: StudiesTable;
  criteriaVersions: CriteriaVersionsTable;
  criteria: CriteriaTable;
  studyLocations: StudyLocationsTable;
  studySites: StudySitesTable;
  consentTexts: ConsentTextsTable;
  leads: LeadsTable;
  submissions: SubmissionsTable;
  consents: ConsentsTable;
  contactAttempts: ContactAttemptsTable;
  activities: ActivitiesTable;
  notes: NotesTable;
  shares: SharesTable;
  shareEvents: ShareEventsTable;
  outbox: OutboxTable;
  audit: AuditTable;
  events: EventsTable;
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
