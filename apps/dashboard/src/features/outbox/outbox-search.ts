// What the outbox's address holds: which mail is listed, and which one is open. Odd values mean nothing.
import { type MailStatus, mailStatuses } from "@studydesk/domain/outbox/mail";

export interface OutboxSearch {
  status?: MailStatus;
  /** The open mail's id. */
  mail?: number;
}

export function readOutboxSearch(raw: Record<string, unknown>): OutboxSearch {
  const status = mailStatuses.find((known) => known === raw.status);
  const mail = typeof raw.mail === "number" && Number.isSafeInteger(raw.mail) ? raw.mail : 0;
  return { ...(status ? { status } : {}), ...(mail > 0 ? { mail } : {}) };
}
