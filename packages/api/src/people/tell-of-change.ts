// Tells somebody by mail that how their account is opened was changed: it may not have been them.
import type { Db } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { renderMail } from "@studydesk/mail/render-mail";
import {
  type AccountChange,
  accountChangedMail,
} from "@studydesk/mail/templates/account-changed-mail";
import type { Deps } from "../deps";

export type ChangeMailDeps = Pick<Deps, "db" | "now" | "baseUrl" | "live" | "mailQueued">;

/** In the change's own transaction, before its audit row; call `mailQueued` after the commit. */
export async function tellOfChange(
  trx: Db,
  { now, baseUrl }: Pick<Deps, "now" | "baseUrl">,
  to: string,
  change: AccountChange,
): Promise<void> {
  const mail = accountChangedMail({ change, accountUrl: `${baseUrl}/desk/account` });
  await enqueueMail(trx, {
    ...{ kind: "account_changed", siteId: null, leadId: null, to },
    ...{ at: now().toISOString(), baseUrl, ...renderMail(mail) },
  });
}
