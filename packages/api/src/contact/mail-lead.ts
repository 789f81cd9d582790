// A mail to a person, in the caller's transaction: one lead from the panel, or each of many by a job. The
// same gate as for a call, the merge fields filled in, the attempt, the timeline and the outbox row at once.
// It waits half a minute in the outbox: taking the change back takes the mail out.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { listStudyTitles } from "@studydesk/db/studies/study-text-queries";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { DomainError } from "@studydesk/domain/errors";
import { fullName } from "@studydesk/domain/leads/full-name";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { readPublicLanguage } from "@studydesk/domain/public-language";
import {
  type MergeValues,
  mergeText,
  missingFieldsSentence,
  unknownFieldsSentence,
} from "@studydesk/domain/templates/merge-fields";
import { type RenderedMail, renderMail } from "@studydesk/mail/render-mail";
import { leadMessage } from "@studydesk/mail/templates/lead-message";
import type { LeadWork } from "../leads/save-lead";
import { createStatusUrl } from "../status-page/status-link";
import { type KeptAttempt, keepAttempt } from "./keep-attempt";

/** Within which a mail can be taken back. */
export const mailDelayMs = 30_000;

export interface LeadMail {
  subject: string;
  /** Merge fields are filled in for this lead. */
  body: string;
  /** BCP 47: what it is written in. */
  language: string;
  /** Why, where the gate asks. */
  despite?: ContactReason | undefined;
}

/**
 * The lead as `getLeadToChange` gave it for `columnsOfAttempt`. Call `deps.mailQueued()` after the commit.
 * Throws rule_broken where the gate is closed or asks, where no address is known and where a field has no
 * value for this lead; invalid for a field that there is not.
 */
export async function mailLead(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  mail: LeadMail,
  { baseUrl, ...work }: LeadWork & { baseUrl: string },
): Promise<KeptAttempt> {
  const at = work.now.toISOString();
  const { subject, body } = fillIn(await readMergeValues(trx, viewer, lead, mail.language), mail);
  if (lead.email === "") {
    throw new DomainError(
      "rule_broken",
      "No e-mail address is known of this person. Call instead.",
      {
        reason: "no_address",
      },
    );
  }
  const isPlanned = lead.followUpAt !== null && lead.followUpAt > at;
  const kept = await keepAttempt(
    trx,
    viewer,
    lead,
    {
      channel: "email",
      outcome: "message_sent",
      note: null,
      despite: mail.despite,
      // What was planned anyway stays.
      ...(isPlanned ? { nextTryAt: lead.followUpAt } : {}),
      tell: (made) => ({ kind: "mail_written", subject, text: body, ...made }),
    },
    work,
  );
  const language = readPublicLanguage(mail.language) ?? readPublicLanguage(lead.language) ?? "en";
  const statusUrl = await createStatusUrl(trx, { baseUrl, language, leadId: lead.id, at });
  await enqueueMail(trx, {
    kind: "lead_message",
    siteId: lead.siteId,
    leadId: lead.id,
    to: lead.email,
    at,
    baseUrl,
    replyTo: viewer.email,
    attemptId: kept.attemptId,
    sendAt: new Date(work.now.getTime() + mailDelayMs).toISOString(),
    ...renderLeadMail(viewer, lead, { subject, body, language: mail.language }, statusUrl),
  });
  return kept;
}

/** The mail as the person will get it. */
export function renderLeadMail(
  viewer: Viewer,
  lead: LeadRecord,
  { subject, body, language }: Pick<LeadMail, "subject" | "body" | "language">,
  statusUrl: string,
): RenderedMail {
  return renderMail(
    leadMessage({
      language: readPublicLanguage(language) ?? readPublicLanguage(lead.language) ?? "en",
      bodyLanguage: language,
      subject,
      body,
      siteName: lead.siteName,
      coordinatorName: viewer.name,
      statusUrl,
    }),
  );
}

/** The study's title as readers of that language find it on its page. */
export async function readMergeValues(
  db: Db,
  viewer: Viewer,
  lead: LeadRecord,
  tag: string,
): Promise<MergeValues> {
  const language = readPublicLanguage(tag);
  const wordings = language
    ? await listStudyTitles(db, { studyIds: [lead.studyId], language })
    : [];
  const title = wordings.find(({ field }) => field === "title")?.text;
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    fullName: fullName(lead),
    studyTitle: title ?? lead.studyTitle,
    siteName: lead.siteName,
    siteCity: lead.siteCity,
    coordinatorName: viewer.name,
  };
}

function fillIn(values: MergeValues, mail: LeadMail): { subject: string; body: string } {
  const subject = mergeText(mail.subject, values);
  const body = mergeText(mail.body, values);
  const unknown = [...new Set([...subject.unknown, ...body.unknown])];
  if (unknown.length > 0) {
    throw new DomainError("invalid", unknownFieldsSentence(unknown), { reason: "unknown_field" });
  }
  const missing = [...new Set([...subject.missing, ...body.missing])];
  if (missing.length > 0) {
    throw new DomainError("rule_broken", missingFieldsSentence(missing), {
      reason: "missing_value",
    });
  }
  return { subject: subject.text, body: body.text };
}
