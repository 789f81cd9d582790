// What a person sees of their own request: how far it has come, what they wish, and what they sent, in
// part. Nothing that the team wrote, and nobody's name.

import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { findRuleOfLead } from "@studydesk/db/retention/rule-queries";
import {
  findQuestionsSince,
  listMessageTimes,
} from "@studydesk/db/status-page/status-link-queries";
import { findNextVisit } from "@studydesk/db/visits/visit-queries";
import { fullName } from "@studydesk/domain/leads/full-name";
import { hideEmail, hideName, hidePhone } from "@studydesk/domain/leads/hide-parts";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { isKeptByDuty } from "@studydesk/domain/retention/retention-rule";
import { progressOf } from "@studydesk/domain/status-page/progress";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import { visitStatuses } from "@studydesk/domain/visits/visit-states";
import type { Deps } from "../deps";
import { getStudyPage } from "../studies/study-page-view";
import { getOwnLead, type LinkHolder } from "./status-link";

/** Throws not_found for a link that does not work, and rate_limited. */
export async function readStatusPage(
  deps: Pick<Deps, "db" | "now" | "limits">,
  holder: LinkHolder,
  language: PublicLanguage,
): Promise<StatusPage> {
  const lead = await getOwnLead(deps, holder);
  const { page } = await getStudyPage(deps, lead.nctId, language);
  const questionsSince = await findQuestionsSince(deps.db, lead.id);
  return {
    study: {
      nctId: page.nctId,
      title: page.title,
      titleLanguage: languageOfField(page, "title", language),
    },
    site: { name: lead.siteName, city: lead.siteCity, promiseHours: lead.promiseHours },
    timeZone: lead.siteTimeZone,
    contacts: page.contacts,
    progress: progressOf({ ...lead, questionsSince }, deps.now()),
    visit: await readVisit(deps, lead),
    preference: { channel: lead.contactChannel, hours: lead.contactHours },
    sent: {
      name: hideName(fullName(lead)),
      email: hideEmail(lead.email),
      phone: hidePhone(lead.phoneTyped),
      language: lead.language,
      receivedAt: await listMessageTimes(deps.db, lead.id),
    },
    mayWithdraw: lead.consentWithdrawnAt === null,
    mayErase: !isKeptByDuty(lead, await findRuleOfLead(deps.db, lead), deps.now()),
  };
}

/** Not one that has gone by, and none of a request that has come to its end. */
async function readVisit(
  { db, now }: Pick<Deps, "db" | "now">,
  { id, status, consentWithdrawnAt }: LeadRecord,
): Promise<StatusPage["visit"]> {
  if (!visitStatuses.includes(status) || consentWithdrawnAt !== null) return null;
  const visit = await findNextVisit(db, id);
  if (!visit) return null;
  const { startsAt, minutes, place } = visit;
  const isOver = Date.parse(startsAt) + minutes * 60_000 < now().getTime();
  return isOver ? null : { startsAt, minutes, place };
}
