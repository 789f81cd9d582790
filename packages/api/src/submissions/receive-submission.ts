// A visitor's message comes in: judged here, kept by keep-submission. The answer is the same for a first
// and for a further message, so that nobody finds out who wrote by typing an address; only the copy says.

import type { StudyForPage } from "@studydesk/db/studies/study-page-queries";
import { isConsentTextOf } from "@studydesk/db/submissions/consent-text-queries";
import { findSiteOfRequest } from "@studydesk/db/submissions/submission-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { isOutsideAges } from "@studydesk/domain/studies/age-limits";
import type { StudyListItem, StudyPage } from "@studydesk/domain/studies/study-page";
import type { Proof } from "@studydesk/domain/submissions/proof";
import {
  checkSubmission,
  pickSite,
  readTypedSubmission,
  type TypedSubmission,
} from "@studydesk/domain/submissions/submission-input";
import {
  readBirthYear,
  type SubmissionProblems,
} from "@studydesk/domain/submissions/submission-rules";
import type { Deps } from "../deps";
import { type Limit, waitOf } from "../rate-limits";
import { sha256 } from "../sha256";
import { readFittingStudies } from "../studies/read-fitting-studies";
import { getStudyPage } from "../studies/study-page-view";
import { readProof } from "./form-challenge";
import { keepSubmission } from "./keep-submission";

/** How many messages one network may send; a clinic's waiting room shares one. */
export const submissionLimit: Limit = { name: "submission", most: 30, windowSeconds: 3600 };
/** The same where browsers did not do their sum, as programs do not. */
export const unprovenLimit: Limit = { name: "submission_unproven", most: 10, windowSeconds: 3600 };

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
  /** Nobody born in that year is of the study's ages, and the person has not said that they write nevertheless. */
  | { outcome: "outside_ages"; page: StudyPage; typed: TypedSubmission; others: StudyListItem[] }
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
  const requestKey = pressOf(page.nctId, typed);
  const sentBefore = requestKey && (await findSiteOfRequest(deps.db, requestKey));
  if (sentBefore) return { outcome: "received", siteId: sentBefore, caught: false };
  if (openSites.length === 0) return { outcome: "not_recruiting", page, typed };

  const today = deps.now();
  const birthYear = readBirthYear(typed.birth_year, today);
  if (birthYear !== undefined && !typed.allTheSame && isOutsideAges(page, birthYear, today)) {
    const others = await readFittingStudies(deps, { language, birthYear });
    return { outcome: "outside_ages", page, typed, others };
  }
  const checked = checkSubmission(typed, today);
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
  const proof = await readProof(deps, typed.proof);
  const retryAfterSeconds = await useLimit(deps, sender.network, proof.proof);
  if (retryAfterSeconds !== undefined) {
    return { outcome: "too_many", page, typed, retryAfterSeconds };
  }
  const { submission } = checked;
  const { siteId } = await keepSubmission(deps, {
    study,
    shownTitle: page.title,
    site,
    submission,
    language,
    consentTextId,
    proof,
    requestKey,
  });
  deps.live.announce();
  deps.mailQueued();
  return { outcome: "received", siteId, caught: false };
}

/** As the page's script makes them; anything else is none. */
const requestKeyForm = /^[\w-]{16,64}$/;

/**
 * What names one press: the key that came along together with what was sent, so that another person's
 * message, or another one of the same, is never taken for it. Without the key nothing can be read from it.
 */
function pressOf(nctId: string, typed: TypedSubmission): string | null {
  const { requestKey, site, first_name, last_name, email, phone, message } = typed;
  if (!requestKeyForm.test(requestKey)) return null;
  return sha256(
    JSON.stringify([requestKey, nctId, site, first_name, last_name, email, phone, message]),
  );
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
async function useLimit(deps: Deps, network: string, proof: Proof): Promise<number | undefined> {
  try {
    await deps.limits.use(proof === "solved" ? submissionLimit : unprovenLimit, network);
    return undefined;
  } catch (error) {
    return waitOf(error);
  }
}
