// The only way a mail leaves towards the dashboard: who sent what to whom, and how far it came.
import type { MailHead } from "@studydesk/db/outbox/read-outbox-queries";
import type { Row } from "@studydesk/db/schema";
import type { MailKind, MailStatus } from "@studydesk/domain/outbox/mail";

export interface MailView {
  id: number;
  kind: MailKind;
  siteId: number | null;
  leadId: number | null;
  to: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  createdAt: string;
  /** When it is tried next, while it is queued. */
  nextAttemptAt: string | null;
  sentAt: string | null;
  /** Why the last try failed, without addresses. */
  lastError: string | null;
}

export interface WholeMailView extends MailView {
  messageId: string;
  text: string;
  html: string;
}

export function toMailView(mail: MailHead): MailView {
  return {
    id: mail.id,
    kind: mail.kind,
    siteId: mail.siteId,
    leadId: mail.leadId,
    to: mail.toAddress,
    subject: mail.subject,
    status: mail.status,
    attempts: mail.attempts,
    createdAt: mail.createdAt,
    nextAttemptAt: mail.status === "queued" ? mail.nextAttemptAt : null,
    sentAt: mail.sentAt,
    lastError: mail.lastError,
  };
}

export function toWholeMailView(mail: Row<"outbox">): WholeMailView {
  return {
    ...toMailView(mail),
    messageId: mail.messageId,
    text: withoutResetLink(mail, mail.textBody),
    html: withoutResetLink(mail, mail.htmlBody),
  };
}

/** The link for a new password is its reader's alone: whoever looks after mail must not become them. */
function withoutResetLink({ kind }: Row<"outbox">, body: string): string {
  return kind === "password_reset" ? body.replace(/(\/new-password#)[\w-]+/g, "$1…") : body;
}
