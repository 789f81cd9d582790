// The mail that a message causes: a copy to the person, and an alert without personal data to each of
// the site's team. Rows of the message's own transaction.

import type { Db } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import type { StudyForPage, StudySiteForPage } from "@studydesk/db/studies/study-page-queries";
import { listAlertAddresses } from "@studydesk/db/submissions/submission-queries";
import { languageName } from "@studydesk/domain/leads/languages";
import { type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import type { SubmissionInput } from "@studydesk/domain/submissions/submission-input";
import { renderMail } from "@studydesk/mail/render-mail";
import { messageCopy } from "@studydesk/mail/templates/message-copy";
import { newLeadAlert } from "@studydesk/mail/templates/new-lead-alert";
import { createStatusUrl } from "../status-page/status-link";

/** Past this many in a day the messages are still kept, but a form must not become a way to flood a mailbox. */
export const mostMailedPerDay = 5;
/** Nor by being sent for one study and site after the other: then the team is told, and no copy goes out. */
export const mostCopiesPerDay = 10;

export async function queueSubmissionMail(
  trx: Db,
  received: {
    baseUrl: string;
    at: string;
    study: StudyForPage;
    /** As the person read it. */
    shownTitle: string;
    site: StudySiteForPage;
    submission: SubmissionInput;
    /** Of the page that the message was sent from. */
    language: PublicLanguage;
    leadId: number;
    /** Messages of the same person within the day before this one. */
    earlierToday: number;
    /** Messages under the same address within the day before this one, for any study and site. */
    toAddressToday: number;
  },
): Promise<void> {
  const { baseUrl, at, study, shownTitle, site, submission, language, leadId } = received;
  const { earlierToday, toAddressToday } = received;
  if (earlierToday >= mostMailedPerDay) return;
  const common = { siteId: site.siteId, leadId, at, baseUrl };
  if (toAddressToday < mostCopiesPerDay) await queueCopy();
  const alert = renderMail(
    newLeadAlert({
      studyTitle: study.title,
      siteName: site.name,
      leadNumber: leadId,
      leadUrl: `${baseUrl}/desk/leads/${leadId}`,
      wroteAgain: earlierToday > 0,
    }),
  );
  for (const to of await listAlertAddresses(trx, site.siteId)) {
    await enqueueMail(trx, { ...common, kind: "new_lead_alert", to, ...alert });
  }

  async function queueCopy(): Promise<void> {
    await enqueueMail(trx, {
      ...common,
      kind: "message_copy",
      to: submission.email,
      ...renderMail(
        messageCopy({
          language,
          studyTitle: shownTitle,
          studyUrl: `${baseUrl}${pathIn(language, `/studies/${study.nctId}`)}`,
          siteName: site.name,
          siteCity: site.city,
          promiseHours: site.promiseHours,
          hadWrittenBefore: earlierToday > 0,
          statusUrl: await createStatusUrl(trx, { baseUrl, language, leadId, at }),
          sent: {
            firstName: submission.first_name,
            lastName: submission.last_name,
            email: submission.email,
            phone: submission.phone,
            language: submission.language && languageName(submission.language, language),
            message: submission.message,
          },
        }),
      ),
    });
  }
}
