// Reads everything that is held about one person into rows that a person can read. Names of the team, private notes
// and other people stay out; what the team wrote in its own words is in only where somebody looks through it first.
import { listOwnAddresses } from "@studydesk/db/leads/erase-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import {
  listAccess,
  listLeadsOfFile,
  readFileRows,
} from "@studydesk/db/retention/person-file-queries";
import type { Row } from "@studydesk/db/schema";
import { findStudyForPage } from "@studydesk/db/studies/study-page-queries";
import {
  contactChannelLabels,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import { hoursWords } from "@studydesk/domain/contact/contact-preference";
import { contactReasonLabels } from "@studydesk/domain/contact/contact-reason";
import { rowReasonLabels } from "@studydesk/domain/imports/row-problems";
import { leadSourceLabels } from "@studydesk/domain/leads/lead-source";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { type MailKind, mailStatusLabels } from "@studydesk/domain/outbox/mail";
import { roleLabels } from "@studydesk/domain/people/viewer";
import type { PersonFile, PersonFileRow } from "@studydesk/domain/retention/person-file";
import { reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { answerLabels, evidenceSourceLabels } from "@studydesk/domain/screening/answer";
import type { Proof } from "@studydesk/domain/submissions/proof";
import type { SubscriptionStatus } from "@studydesk/domain/subscriptions/subscription";
import { visitStateLabels } from "@studydesk/domain/visits/visit-states";
import { z } from "zod";
import { stepOf } from "./step-of";

/** As the person knows them; the desk's names are from the team's side. */
const mailWords: Readonly<Partial<Record<MailKind, string>>> = {
  message_copy: "Copy of what you wrote",
  lead_message: "Mail from the study team",
  visit: "About a visit",
  visit_reminder: "Reminder of a visit",
};
const otherReaders = { person: "You", command: "Whoever runs the server" };
const proofWords: Readonly<Record<Proof, string>> = {
  solved: "Browser check done",
  none: "Sent without the browser check",
  bad: "Sent with a wrong browser check",
};
const alertWords: Readonly<Record<SubscriptionStatus, string>> = {
  pending: "Not confirmed",
  active: "Active",
  ended: "Ended",
};

export async function readPersonFile(
  db: Db,
  lead: LeadRecord,
  { now, hasTeamWords }: { now: Date; hasTeamWords: boolean },
): Promise<PersonFile> {
  const leads = await listLeadsOfFile(db, lead.id);
  const ids = leads.map(({ id }) => id);
  const rows = await readFileRows(db, {
    siteId: lead.siteId,
    leadIds: ids,
    addresses: [...(await listOwnAddresses(db, lead))],
  });
  const ofTeam = (words: string | null) => (hasTeamWords ? words : null);
  return {
    madeAt: now.toISOString(),
    study: { nctId: lead.nctId, title: lead.studyTitle },
    site: { name: lead.siteName, city: lead.siteCity },
    contacts: (await findStudyForPage(db, lead.nctId))?.imported.contacts ?? [],
    hasTeamWords,
    sections: {
      facts: leads.map((each) => factsOf(each, ofTeam)),
      messages: rows.submissions.map(({ id: _, leadId: __, requestKey: ___, ...typed }) => ({
        ...typed,
        proof: typed.proof && proofWords[typed.proof],
      })),
      consents: rows.consents,
      contacts: rows.attempts.map((attempt) => ({
        at: attempt.at,
        channel: contactChannelLabels[attempt.channel],
        outcome: contactOutcomeLabels[attempt.outcome],
        although: attempt.despite && contactReasonLabels[attempt.despite],
        note: ofTeam(attempt.note),
        loggedByMistake: attempt.takenBackAt !== null,
      })),
      mails: rows.mails.map((mail) => ({
        kind: mailWords[mail.kind] ?? mail.kind,
        to: mail.toAddress,
        subject: mail.subject,
        text: withoutKeys(mail.textBody),
        calendar: mail.calendar,
        createdAt: mail.createdAt,
        sentAt: mail.sentAt,
        status: mailStatusLabels[mail.status],
      })),
      visits: rows.visits.map((visit) => ({
        startsAt: visit.startsAt,
        minutes: visit.minutes,
        place: visit.place,
        note: ofTeam(visit.note),
        state: visitStateLabels[visit.state],
        createdAt: visit.createdAt,
        changedAt: visit.changedAt,
        remindedAt: visit.remindedAt,
      })),
      answers: rows.answers.map((answer) => ({
        question: `${answer.label} ${answer.text}`,
        answer: answerLabels[answer.answer],
        value: answer.value,
        source: answer.source && evidenceSourceLabels[answer.source],
        evidence: ofTeam(answer.evidence),
        answeredAt: answer.answeredAt,
        replacedAt: answer.replacedAt,
      })),
      decisions: rows.reviews.map((review) => ({
        sentAt: review.sentAt,
        decision: review.decision && reviewDecisionLabels[review.decision],
        decidedAt: review.decidedAt,
        signedAt: review.signedAt,
        signedAs: review.meaning,
        question: ofTeam(review.question),
        reply: ofTeam(review.reply),
        reason: ofTeam(review.reason),
      })),
      steps: rows.activities.map(({ at, byUserId, data }) => ({
        ...{ at, by: byUserId === null ? "You, or the program" : "The study team" },
        ...stepOf(data, hasTeamWords),
      })),
      alerts: rows.subscriptions.map(alertOf),
      imports: rows.imports.map(({ reason, cells, ...row }) => ({
        ...row,
        reason: rowReasonLabels[reason],
        cells: cellsOf(cells),
      })),
      shares: rows.shares,
      links: rows.links,
      access: (await listAccess(db, ids, lead.siteId)).map(({ at, action, who, roles }) => ({
        at,
        what: action === "lead.opened" ? "Opened" : "Copy of the data made",
        role: who === "team" ? rolesInWords(roles) : otherReaders[who],
      })),
    },
  };
}

/** What is about the person; whose lead it is, and how it is sorted, is not. */
function factsOf(
  lead: Row<"leads">,
  ofTeam: (words: string | null) => string | null,
): PersonFileRow {
  const { contactChannel: channel, contactHours: hours } = lead;
  return {
    request: lead.id,
    firstName: lead.firstName,
    lastName: lead.lastName,
    email: lead.email,
    phoneTyped: lead.phoneTyped,
    phoneRead: lead.phone,
    language: lead.language,
    pageLanguage: lead.pageLanguage,
    birthYear: lead.birthYear,
    timeZoneGuessed: lead.timeZone,
    browserCheck: lead.proof && proofWords[lead.proof],
    createdAt: lead.createdAt,
    cameBy: leadSourceLabels[lead.source],
    importRow: lead.importRow,
    status: leadStatusLabels[lead.status],
    statusSince: lead.statusSince,
    statusReason: lead.statusReason && statusReasonLabels[lead.statusReason],
    preferredChannel: channel && contactChannelLabels[channel],
    preferredHours: hours && hoursWords[hours],
    doNotContact: lead.doNotContact === 1,
    attempts: lead.attemptCount,
    firstAttemptAt: lead.firstAttemptAt,
    lastAttemptAt: lead.lastAttemptAt,
    firstContactAt: lead.firstContactAt,
    followUpAt: lead.followUpAt,
    followUpNote: ofTeam(lead.followUpNote),
    screenedAt: lead.screenedAt,
    eligibleAt: lead.eligibleAt,
    decidedAt: lead.decidedAt,
    visitHeldAt: lead.visitHeldAt,
    studyConsentOn: lead.studyConsentOn,
    consentFormVersion: lead.consentFormVersion,
    screeningNumber: lead.screeningNumber,
    enrolledAt: lead.enrolledAt,
    mergedIntoRequest: lead.mergedIntoId,
  };
}

function alertOf(alert: Row<"subscriptions">): PersonFileRow {
  const { email, language, condition, placeName, radiusKm } = alert;
  const status = alertWords[alert.status];
  const { createdAt, confirmedAt, endedAt, lastAlertAt, consentVersion } = alert;
  return {
    ...{ email, language, condition, placeName, radiusKm, status, consentVersion },
    ...{ createdAt, confirmedAt, endedAt, lastAlertAt },
  };
}

function rolesInWords(roles: readonly string[]): string {
  const words = roles.map((role) => {
    const known: readonly [string, string][] = Object.entries(roleLabels);
    return known.find(([name]) => name === role)?.[1] ?? role;
  });
  return words.join(", ") || "Formerly of the study team";
}

function cellsOf(cells: string): string[] {
  return z.array(z.string()).parse(JSON.parse(cells));
}

/** A mail that has not gone out yet holds the key to the person's own page. */
function withoutKeys(text: string): string {
  return text.replace(/(\/status\/)[\w-]{43}/g, "$1…");
}
