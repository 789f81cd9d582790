// Everything that a message causes, as one transaction: lead, message, consent, timeline, audit, the copy
// to the person, the alerts to the team. A press of the button that came before changes nothing.

import { inTransaction } from "@studydesk/db/open-database";
import type { StudyForPage, StudySiteForPage } from "@studydesk/db/studies/study-page-queries";
import {
  addLead,
  addSubmission,
  addToLead,
  countMessagesOf,
  findRecentLead,
  findSiteOfRequest,
  lockRequestKey,
  lockSubmissionsOf,
} from "@studydesk/db/submissions/submission-queries";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { SubmissionInput } from "@studydesk/domain/submissions/submission-input";
import { readPhoneNumber } from "../contact/phone-number";
import { timeZoneOfPhone } from "../contact/time-zone-of-phone";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { type ReadProof, spendProof } from "./form-challenge";
import { queueSubmissionMail } from "./queue-submission-mail";

const samePersonMs = 24 * 3_600_000;

export interface SubmissionToKeep {
  study: StudyForPage;
  /** As the person read it. */
  shownTitle: string;
  site: StudySiteForPage;
  submission: SubmissionInput;
  /** Of the page that was read. */
  language: PublicLanguage;
  consentTextId: number;
  proof: ReadProof;
  /** Null: sent without a script, each press for itself. */
  requestKey: string | null;
}

/** Whose desk has the message: the one it was sent to, or that of the same press before. */
export async function keepSubmission(
  deps: Deps,
  received: SubmissionToKeep,
): Promise<{ siteId: number }> {
  const { study, shownTitle, site, submission, language, consentTextId, requestKey } = received;
  const now = deps.now();
  const at = now.toISOString();
  const person = {
    studyId: study.id,
    siteId: site.siteId,
    emailFolded: foldEmail(submission.email),
  };
  return inTransaction(deps.db, async (trx) => {
    if (requestKey !== null) {
      await lockRequestKey(trx, requestKey);
      const siteId = await findSiteOfRequest(trx, requestKey);
      if (siteId !== undefined) return { siteId };
    }
    await lockSubmissionsOf(trx, person);
    const said = {
      birthYear: submission.birth_year,
      pageLanguage: language,
      proof: await spendProof(trx, received.proof, now),
    };
    const since = new Date(now.getTime() - samePersonMs).toISOString();
    const recent = await findRecentLead(trx, person, since);
    if (recent) await addToLead(trx, recent.leadId, said);
    const toAddressToday = await countMessagesOf(trx, person.emailFolded, since);
    const leadId =
      recent?.leadId ??
      (await addLead(trx, { ...newLead(submission, site, at), ...person, ...said }));
    const submissionId = await addSubmission(trx, {
      ...said,
      leadId,
      receivedAt: at,
      firstName: submission.first_name,
      lastName: submission.last_name,
      email: submission.email,
      phone: submission.phone,
      language: submission.language,
      message: submission.message,
      requestKey,
      consentTextId,
      first: recent === undefined,
    });
    await queueSubmissionMail(trx, {
      baseUrl: deps.baseUrl,
      at,
      study,
      shownTitle,
      site,
      submission,
      language,
      leadId,
      earlierToday: recent?.recentSubmissions ?? 0,
      toAddressToday,
    });
    await recordChange(trx, {
      at,
      actorId: null,
      action: recent ? "lead.submission_added" : "lead.received",
      subject: "lead",
      subjectId: String(leadId),
      siteId: site.siteId,
      details: {
        studyId: study.id,
        submissionId,
        consentTextId,
        source: "study_page",
        proof: said.proof,
      },
    });
    return { siteId: site.siteId };
  });
}

function newLead(submission: SubmissionInput, site: StudySiteForPage, at: string) {
  const phone = readPhoneNumber(submission.phone, site.countryCode);
  return {
    status: "new",
    statusSince: at,
    source: "study_page",
    firstName: submission.first_name,
    lastName: submission.last_name,
    sortName: sortNameOf(submission.first_name, submission.last_name),
    email: submission.email,
    phone: phone.e164,
    phoneTyped: submission.phone,
    language: submission.language,
    timeZone: timeZoneOfPhone(phone.countryCode, site.timeZone),
    createdAt: at,
  } as const;
}
