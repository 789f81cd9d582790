// Made-up mail for tests, queued the way that real mail is.
import type { Db } from "../open-database";
import { enqueueMail, type NewMail } from "../outbox/outbox-queries";

/** Of no single site and due at noon UTC of 1 September 2026; gives its id. */
export async function buildMail(db: Db, overrides: Partial<NewMail> = {}): Promise<number> {
  return enqueueMail(db, {
    kind: "message_copy",
    siteId: null,
    leadId: null,
    to: "ada@example.org",
    subject: "Your message",
    text: "Call me at 202 555 0143",
    html: "<p>Call me at 202 555 0143</p>",
    at: "2026-09-01T12:00:00.000Z",
    baseUrl: "https://desk.example.org",
    ...overrides,
  });
}
