// "Send me my link again": whoever asks gets the same answer at the same time, known or not; only the
// mailbox learns more. The work is done after the answer.

import { inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { holdLeadsOfPerson } from "@studydesk/db/status-page/status-link-queries";
import { listStudyTitles } from "@studydesk/db/studies/study-text-queries";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { renderMail } from "@studydesk/mail/render-mail";
import { statusLinkMail } from "@studydesk/mail/templates/status-link";
import type { Deps } from "../deps";
import { type Limit, waitOf } from "../rate-limits";
import { createStatusUrl } from "./status-link";

/** How often one address is written to. */
export const sendAgainLimit: Limit = { name: "status_link_mail", most: 3, windowSeconds: 6 * 3600 };
/** How often one network may ask; a clinic's waiting room shares one. */
export const askLimit: Limit = { name: "status_link_ask", most: 20, windowSeconds: 3600 };
const mostRequests = 20;

/** Does nothing for an address that is unknown here, or that was written to often enough. */
export async function mailStatusLinks(
  deps: Pick<Deps, "db" | "now" | "limits" | "baseUrl" | "mailQueued">,
  asked: { email: string; language: PublicLanguage },
): Promise<void> {
  const { baseUrl } = deps;
  const { language } = asked;
  const emailFolded = foldEmail(asked.email);
  if ((await waitBefore(deps, emailFolded)) !== undefined) return;
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    const leads = await holdLeadsOfPerson(trx, emailFolded, mostRequests);
    const [newest] = leads;
    if (!newest) return;
    const studyIds = leads.map(({ studyId }) => studyId);
    const wordings = await listStudyTitles(trx, { studyIds, language });
    const requests = [];
    for (const { id, studyId, siteName, ...lead } of leads) {
      const isItsTitle = (each: (typeof wordings)[number]) =>
        each.studyId === studyId && each.field === "title";
      const studyTitle = wordings.find(isItsTitle)?.text ?? lead.studyTitle;
      const statusUrl = await createStatusUrl(trx, { baseUrl, language, leadId: id, at });
      requests.push({ studyTitle, siteName, statusUrl });
    }
    await enqueueMail(trx, {
      kind: "status_link",
      // Requests at several sites: no single site's admins see it.
      siteId: null,
      leadId: null,
      to: newest.email,
      at,
      baseUrl,
      ...renderMail(statusLinkMail({ language, requests })),
    });
  });
  deps.mailQueued();
}

async function waitBefore(
  { limits }: Pick<Deps, "limits">,
  emailFolded: string,
): Promise<number | undefined> {
  try {
    await limits.use(sendAgainLimit, emailFolded);
    return undefined;
  } catch (error) {
    return waitOf(error);
  }
}
