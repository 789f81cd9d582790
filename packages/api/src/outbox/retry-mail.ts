// Somebody mended what kept a mail back and wants it tried again, at once.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { retryMail } from "@studydesk/db/outbox/outbox-queries";
import { findMail } from "@studydesk/db/outbox/read-outbox-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { MailIdInput } from "@studydesk/domain/outbox/outbox-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type MailView, toMailView } from "./mail-view";
import { requireMailScope } from "./read-mail-list";

export async function retryMailNow(
  { db, now, live, mailQueued }: Pick<Deps, "db" | "now" | "live" | "mailQueued">,
  viewer: Viewer,
  input: MailIdInput,
): Promise<MailView> {
  const scope = requireMailScope(viewer);
  const view = await inTransaction(db, async (trx) => {
    const mail = await findMail(trx, scope, input.mailId);
    if (!mail) throw notFound("mail");
    const at = now().toISOString();
    if (!(await retryMail(trx, mail, at))) {
      throw new DomainError(
        "rule_broken",
        "This mail was sent, so there is nothing to try again. Look at the list once more.",
        { reason: "already_sent" },
      );
    }
    await addAudit(trx, {
      at,
      actorId: viewer.userId,
      action: "mail.retried",
      subject: "mail",
      subjectId: String(mail.id),
      siteId: mail.siteId,
      details: { kind: mail.kind, fromStatus: mail.status },
    });
    return toMailView({ ...mail, status: "queued", attempts: 0, nextAttemptAt: at });
  });
  mailQueued();
  live.announce();
  return view;
}
