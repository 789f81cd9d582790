// One whole mail. It holds what a person wrote and how to reach them, so opening it is on record.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { findMail } from "@studydesk/db/outbox/read-outbox-queries";
import { notFound } from "@studydesk/domain/errors";
import type { MailIdInput } from "@studydesk/domain/outbox/outbox-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { toWholeMailView, type WholeMailView } from "./mail-view";
import { requireMailScope } from "./read-mail-list";

export async function openMail(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: MailIdInput,
): Promise<WholeMailView> {
  const scope = requireMailScope(viewer);
  return inTransaction(db, async (trx) => {
    const mail = await findMail(trx, scope, input.mailId);
    if (!mail) throw notFound("mail");
    await addAudit(trx, {
      at: now().toISOString(),
      actorId: viewer.userId,
      action: "mail.opened",
      subject: "mail",
      subjectId: String(mail.id),
      siteId: mail.siteId,
      details: { kind: mail.kind, leadId: mail.leadId },
    });
    return toWholeMailView(mail);
  });
}
