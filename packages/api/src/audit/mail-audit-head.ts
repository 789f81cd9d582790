// Once a day the end of the audit chain goes to an address outside, where nobody who can write to the database can
// change it. It holds a number and digests, and nothing about anybody.
import { findNewestHead } from "@studydesk/db/audit/chain-queries";
import { lockAuditHead } from "@studydesk/db/dialect";
import { inTransaction } from "@studydesk/db/open-database";
import { enqueueMail, hasMailSince } from "@studydesk/db/outbox/outbox-queries";
import { renderMail } from "@studydesk/mail/render-mail";
import { auditHeadMail } from "@studydesk/mail/templates/audit-head-mail";
import type { Deps } from "../deps";

const day = 24 * 3_600_000;

/** True: mail was queued. Whoever asks twice a day, or from two servers, sends it once. */
export async function mailAuditHead(
  { db, now, baseUrl }: Pick<Deps, "db" | "now" | "baseUrl">,
  to: string,
): Promise<boolean> {
  const at = now();
  return inTransaction(db, async (trx) => {
    await lockAuditHead(trx);
    const since = new Date(at.getTime() - day).toISOString();
    if (await hasMailSince(trx, "audit_head", since)) return false;
    const head = await findNewestHead(trx);
    if (!head) return false;
    await enqueueMail(trx, {
      ...{ kind: "audit_head", siteId: null, leadId: null, to, baseUrl },
      ...{ at: at.toISOString(), ...renderMail(auditHeadMail({ ...head, baseUrl })) },
    });
    return true;
  });
}
