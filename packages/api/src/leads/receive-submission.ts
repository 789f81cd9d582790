// A visitor's message comes in. Everything it causes is one transaction: lead, message, consent,
// timeline, audit, the copy to the person, the alerts to the team. The answer is the same for a first
// and for a further message, so that nobody finds out who wrote by typing an address; only the copy says.
import { isConsentTextOf } from "@studydesk/db/leads/consent-text-queries";
import {
  addLead,
  addSubmission,
  findRecentLead,
  lockSubmissionsOf,
} from "@studydesk/db/leads/submission-queries";
import { inTransaction } from "@studydesk/db/open-database";
import type { StudyForPage, StudySiteForPage } from "@studydesk/db/studies/study-page-queries";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import {
  checkSubmission,
  pickSite,
  readTypedSubmission,
  type SubmissionInput,
  type SubmissionProblems,
  type TypedSubmission,
} from "@studydesk/domain/leads/submission-input";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import type { Deps } from "../deps";
import { waitOf } from "../rate-limits";
import { recordChange } from "../record-change";
import { getStudyPage } from "../studies/study-page-view";
import { readPhoneNumber } from "./phone-number";
import { queueSubmissionMail } from "./queue-submission-mail";
import { timeZoneOfPhone } from "./time-zone-of-phone";

/** How many messages one network may send; a clinic's waiting room shares one. */
export const submissionLimit = { name: "submission", most: 20, windowSeconds: 3600 };
const samePersonMs = 24 * 3_600_000;

export interface Sender {
  network: string;
  /** Of the page that the form stood on: the answer and the copy are in it, too. */
  language: PublicLanguage;
}

export type SubmissionOutcome =
  /** The message is kept. Also the answer to whoever filled in the hidden field: nothing is kept then. */
  | { outcome: "received"; siteId: number; caught: boolean }
  | { outcome: "refused"; page: StudyPage; typed: TypedSubmission; problems: SubmissionProblems }
  | { outcome: "not_recruiting"; page: StudyPage; typed: TypedSubmission }
  | { outcome: "too_many"; page: StudyPage; typed: TypedSubmission; retryAfterSeconds: number };

/** Throws not_found for an unknown study. */
export async function receiveSubmission(
  deps: Deps,
  sender: Sender,
  sent: { nctId: string; body: unknown },
): Promise<SubmissionOutcome> {
  const { language } = sender;
  const { page, study, openSites } = await getStudyPage(deps, sent.nctId, language);
  const typed = readTypedSubmission(sent.body);
  if (openSites.length === 0) return { outcome: "not_recruiting", page, typed };

  const checked = checkSubmission(typed);
  const picked = pickSite(
    typed,
    openSites.map(({ siteId }) => siteId),
  );
  const consentTextId = await readConsentTextId(deps, study, page, typed);
  const problems: SubmissionProblems = {
    ...(checked.ok ? {} : checked.problems),
    ...("problem" in picked ? { site: picked.problem } : {}),
    ...(consentTextId === undefined ? { consent: "wording_changed" } : {}),
  };
  const site = openSites.find(({ siteId }) => "siteId" in picked && siteId === picked.siteId);
  if (!checked.ok || !site || consentTextId === undefined) {
    return { outcome: "refused", page, typed, problems };
  }

  if (typed.honeypot !== "") return { outcome: "received", siteId: site.siteId, caught: true };
  const retryAfterSeconds = await useLimit(deps, sender.network);
  if (retryAfterSeconds !== undefined) {
    return { outcome: "too_many", page, typed, retryAfterSeconds };
  }
  const { submission } = checked;
  await keepSubmission(deps, { study, site, submission, language, consentTextId });
  deps.live.announce();
  deps.mailQueued();
  return { outcome: "received", siteId: site.siteId, caught: false };
}

/**
 * The wording that was on the page, when the form carries one; a client of its own kind, which carries
 * none, agrees to the one in force. Undefined: no wording of this study.
 */
async function readConsentTextId(
  deps: Deps,
  study: StudyForPage,
  page: StudyPage,
  typed: TypedSubmission,
): Promise<number | undefined> {
  if (typed.consentText === "" || typed.consentText === String(page.consentText.id)) {
    return page.consentText.id;
  }
  if (!/^[1-9]\d{0,8}$/.test(typed.consentText)) return undefined;
  const id = Number(typed.consentText);
  return (await isConsentTextOf(deps.db, study.id, id)) ? id : undefined;
}

/** Seconds to wait when all tries are used. */
async function useLimit(deps: Deps, network: string): Promise<number | undefined> {
  try {
    await deps.limits.use(submissionLimit, network);
    return undefined;
  } catch (error) {
    return waitOf(error);
  }
}

async function keepSubmission(
  deps: Deps,
  received: {
    study: StudyForPage;
    site: StudySiteForPage;
    submission: SubmissionInput;
    language: PublicLanguage;
    consentTextId: number;
  },
): Promise<void> {
  const { study, site, submission, language, consentTextId } = received;
  const now = deps.now();
  const at = now.toISOString();
  const person = {
    studyId: study.id,
    siteId: site.siteId,
    emailFolded: foldEmail(submission.email),
  };
  await inTransaction(deps.db, async (trx) => {
    await lockSubmissionsOf(trx, person);
    const since = new Date(now.getTime() - samePersonMs).toISOString();
    const recent = await findRecentLead(trx, person, since);
    const leadId = recent?.leadId ?? (await addLead(trx, newLead(submission, site, person, at)));
    const submissionId = await addSubmission(trx, {
      leadId,
      receivedAt: at,
      firstName: submission.first_name,
      lastName: submission.last_name,
      email: submission.email,
      phone: submission.phone,
      language: submission.language,
      message: submission.message,
      consentTextId,
      first: recent === undefined,
    });
    await queueSubmissionMail(trx, {
      baseUrl: deps.baseUrl,
      at,
      study,
      site,
      submission,
      language,
      leadId,
      earlierToday: recent?.recentSubmissions ?? 0,
    });
    await recordChange(trx, {
      at,
      actorId: null,
      action: recent ? "lead.submission_added" : "lead.received",
      subject: "lead",
      subjectId: String(leadId),
      siteId: site.siteId,
      details: { studyId: study.id, submissionId, consentTextId, source: "study_page" },
    });
  });
}

function newLead(
  submission: SubmissionInput,
  site: StudySiteForPage,
  person: { studyId: number; siteId: number; emailFolded: string },
  at: string,
) {
  const phone = readPhoneNumber(submission.phone, site.countryCode);
  return {
    ...person,
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
