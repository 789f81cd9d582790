// What every change may leave behind besides its audit rows: mail and live events; and the limits on what is tried.
import type { MailKind, MailStatus } from "@studydesk/domain/outbox/mail";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

/** Points used up per key: see api/rate-limits.ts. */
interface LimitsTable {
  key: Fixed<string>;
  points: number;
  /** Unix milliseconds; null never expires. */
  expire: number | null;
}

interface OutboxTable {
  id: Generated<number>;
  messageId: Fixed<string>;
  kind: Fixed<MailKind>;
  siteId: Fixed<number | null>;
  leadId: number | null;
  toAddress: Fixed<string>;
  subject: Fixed<string>;
  /** Stays as it was written, except that mail with a link that is a key loses it once it was sent. */
  textBody: string;
  htmlBody: string;
  status: MailStatus;
  attempts: Generated<number>;
  createdAt: Fixed<string>;
  nextAttemptAt: string;
  /** While a sender holds it; a crash frees it when this has passed. */
  leasedUntil: string | null;
  leasedBy: string | null;
  sentAt: string | null;
  /** Ends the mail that this belongs to with one POST (RFC 8058); null where there is nothing to end. */
  unsubscribeUrl: string | null;
  /** Where an answer goes; null where nobody reads one. */
  replyTo: Fixed<string | null>;
  /** The contact attempt that this mail is. */
  attemptId: Fixed<number | null>;
  /** A calendar file (RFC 5545) that goes along; null: none. */
  calendar: string | null;
  /** The mail server's word, without addresses. */
  lastError: string | null;
}

/** `leads`: many leads of the site that the event names; its subject is the site. */
export type EventKind =
  | "lead"
  | "leads"
  | "presence"
  | "duplicates"
  | "outbox"
  | "study"
  | "share"
  | "people"
  | "view"
  | "backup";

interface EventsTable {
  id: Generated<number>;
  at: Fixed<string>;
  siteId: Fixed<number | null>;
  kind: Fixed<EventKind>;
  subjectId: Fixed<string>;
  byUserId: Fixed<string | null>;
}

export interface OutboxTables {
  limits: LimitsTable;
  outbox: OutboxTable;
  events: EventsTable;
}
