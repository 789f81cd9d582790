// Tells a person of their visit, in the transaction of the change: planned, moved, called off, or soon. Nobody is
// written to who took back the consent, asked for silence or declined; the visit itself stands all the same.
import { findConsent } from "@studydesk/db/leads/lead-details-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import type { StoredVisit } from "@studydesk/db/visits/visit-queries";
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type PublicLanguage, readPublicLanguage } from "@studydesk/domain/public-language";
import { calendarFile } from "@studydesk/domain/visits/calendar-file";
import { renderMail } from "@studydesk/mail/render-mail";
import { type VisitNews, visitMail } from "@studydesk/mail/templates/visit-mail";
import { mailTexts } from "@studydesk/mail/texts/texts";
import { toLeadForContact } from "../contact/contact-gate";
import { createStatusUrl } from "../status-page/status-link";

/** `may_not`: the person's word stands against it. */
export type VisitMail = "queued" | "no_address" | "may_not";

export interface VisitToTell {
  lead: LeadRecord;
  visit: StoredVisit;
  news: VisitNews;
  /** Who answers the person. */
  writer: { name: string; email: string };
}

/** Call `deps.mailQueued()` after the commit. */
export async function mailVisit(
  trx: Db,
  { lead, visit, news, writer }: VisitToTell,
  { now, baseUrl }: { now: Date; baseUrl: string },
): Promise<VisitMail> {
  if (!(await mayWriteTo(trx, lead, now))) return "may_not";
  if (lead.email === "") return "no_address";
  const at = now.toISOString();
  const language = readPublicLanguage(lead.language) ?? lead.pageLanguage ?? "en";
  const mail = visitMail({
    language,
    news,
    firstName: lead.firstName,
    siteName: lead.siteName,
    siteCity: lead.siteCity,
    timeZone: lead.siteTimeZone,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    place: visit.place,
    coordinatorName: writer.name,
    statusUrl: await createStatusUrl(trx, { baseUrl, language, leadId: lead.id, at }),
  });
  const told = { lead, visit, news, writer };
  await enqueueMail(trx, {
    kind: news === "reminder" ? "visit_reminder" : "visit",
    siteId: lead.siteId,
    leadId: lead.id,
    to: lead.email,
    at,
    baseUrl,
    replyTo: writer.email,
    ...(news === "reminder" ? {} : { calendar: calendarOf(told, { language, at, baseUrl }) }),
    ...renderMail(mail),
  });
  return "queued";
}

/** An appointment that was agreed on is no attempt: neither the hour nor the number of mails matters. */
export async function mayWriteTo(trx: Db, lead: LeadRecord, now: Date): Promise<boolean> {
  const consent = await findConsent(trx, [lead.siteId], lead.id);
  const person = toLeadForContact(lead, [], consent !== undefined);
  return lead.erasedAt === null && mayContact(person, now, "email").answer !== "no";
}

function calendarOf(
  { lead, visit, news, writer }: VisitToTell,
  { language, at, baseUrl }: { language: PublicLanguage; at: string; baseUrl: string },
): string {
  const t = mailTexts[language].visit;
  return calendarFile({
    method: news === "cancelled" ? "CANCEL" : "REQUEST",
    uid: `visit-${visit.id}@${new URL(baseUrl).hostname}`,
    sequence: visit.sequence,
    writtenAt: at,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    summary: t.summary(lead.siteName),
    description: t.inCalendar(writer.name),
    location: visit.place ?? `${lead.siteName}, ${lead.siteCity}`,
    organizer: { name: lead.siteName, email: writer.email },
    attendee: { name: fullName(lead), email: lead.email },
  });
}
