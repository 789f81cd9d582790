// Whoever holds a private link is taken for the person. Where the address that links went to turns out to be
// another one, a stranger may hold them: they end, and the person asks for a new one at their own address.
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { revokeStatusLinks } from "@studydesk/db/status-page/status-link-queries";

export async function endLinksOfFormerAddress(
  trx: Db,
  { id, emailFolded: before }: LeadRecord,
  { emailFolded: after }: LeadChanges,
  at: string,
): Promise<void> {
  if (after !== undefined && after !== before) await revokeStatusLinks(trx, id, at);
}
