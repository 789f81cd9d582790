// The only way a lead leaves: a row of a list, and the whole lead with what its reader may do, whether
// the person may be contacted now, and where the lead may go.
import { findMergeOf } from "@studydesk/db/duplicates/merge-queries";
import { listAttemptsBefore } from "@studydesk/db/leads/activity-queries";
import {
  findConsent,
  findStudyAges,
  listSubmissions,
} from "@studydesk/db/leads/lead-details-queries";
import type { LeadRecord, ListedLead } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import type { ContactPreference } from "@studydesk/domain/contact/contact-preference";
import {
  type AttemptBefore,
  type MayContact,
  mayContact,
} from "@studydesk/domain/contact/may-contact";
import { type LeadAbilities, leadAbilities } from "@studydesk/domain/leads/lead-policy";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import {
  type LeadStatus,
  nextStatuses,
  openLeadStatuses,
  reasonsForMove,
  type StatusReason,
} from "@studydesk/domain/leads/lead-status";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { isOutsideAges } from "@studydesk/domain/studies/age-limits";
import type { Proof } from "@studydesk/domain/submissions/proof";
import { toLeadForContact } from "../contact/contact-gate";
import { showPhoneNumber } from "../contact/phone-number";

export interface LeadRow {
  id: number;
  firstName: string;
  lastName: string;
  /** BCP 47 tag. */
  language: string | null;
  source: LeadSource;
  status: LeadStatus;
  statusSince: string;
  statusReason: StatusReason | null;
  studyId: number;
  studyTitle: string;
  siteId: number;
  siteName: string;
  ownerId: string | null;
  ownerName: string | null;
  attemptCount: number;
  lastAttemptAt: string | null;
  firstContactAt: string | null;
  followUpAt: string | null;
  followUpNote: string | null;
  createdAt: string;
  /** E.164 where the number could be understood. */
  phone: string | null;
  email: string;
  doNotContact: boolean;
  /** Open, never contacted, older than the site promises. */
  isPastPromise: boolean;
  /** Whether the browser did its check; null where no form was sent. */
  proof: Proof | null;
  /** Since then nothing about the person is left in it. */
  erasedAt: string | null;
  version: number;
}

export interface LeadMove {
  to: LeadStatus;
  reasons: StatusReason[];
  reasonRequired: boolean;
}

export interface LeadView extends LeadRow {
  /** The number in groups, to be read aloud and dialled. */
  phoneShown: string | null;
  phoneTyped: string;
  /** IANA zone where the person most likely is. */
  timeZone: string;
  /** Where the study asks for it, and it was given. */
  birthYear: number | null;
  /** Nobody born in that year is of the study's ages now. */
  isOutsideAges: boolean;
  siteCity: string;
  promiseHours: number;
  firstAttemptAt: string | null;
  abilities: LeadAbilities;
  mayContact: MayContact;
  consent: { givenAt: string; text: string; number: number; language: string } | null;
  /** When the person took the consent back; null while any stands. */
  consentWithdrawnAt: string | null;
  /** How and when the person would like to be contacted. */
  preference: ContactPreference;
  /** The newest twenty that count, newest first. */
  attempts: AttemptBefore[];
  /** IANA zone of the site: times that somebody types are meant there. */
  siteTimeZone: string;
  /** Newest first. */
  submissions: {
    id: number;
    receivedAt: string;
    message: string | null;
    firstName: string;
    lastName: string;
    email: string;
    phone: string;
    language: string | null;
    birthYear: number | null;
    proof: Proof | null;
  }[];
  /** Where the viewer may move it; empty when they may not. */
  moves: LeadMove[];
  /** By whom and when it was merged into another one; null while it goes on itself. */
  merge: { mergeId: number; intoId: number; at: string; byName: string | null } | null;
  /** In the answer to a change: by it the change can be taken back (`leads.undo`). */
  changeId?: number;
}

export function toLeadRow(lead: ListedLead, now: Date): LeadRow {
  return {
    id: lead.id,
    firstName: lead.firstName,
    lastName: lead.lastName,
    language: lead.language,
    source: lead.source,
    status: lead.status,
    statusSince: lead.statusSince,
    statusReason: lead.statusReason,
    studyId: lead.studyId,
    studyTitle: lead.studyTitle,
    siteId: lead.siteId,
    siteName: lead.siteName,
    ownerId: lead.ownerId,
    ownerName: lead.ownerName,
    attemptCount: lead.attemptCount,
    lastAttemptAt: lead.lastAttemptAt,
    firstContactAt: lead.firstContactAt,
    followUpAt: lead.followUpAt,
    followUpNote: lead.followUpNote,
    createdAt: lead.createdAt,
    phone: lead.phone,
    email: lead.email,
    doNotContact: lead.doNotContact,
    isPastPromise:
      openLeadStatuses.includes(lead.status) &&
      lead.firstContactAt === null &&
      Date.parse(lead.createdAt) < now.getTime() - lead.promiseHours * 3_600_000,
    proof: lead.proof,
    erasedAt: lead.erasedAt,
    version: lead.version,
  };
}

export async function readLeadView(
  db: Db,
  viewer: Viewer,
  lead: LeadRecord,
  now: Date,
  answered: { changeId?: number } = {},
): Promise<LeadView> {
  const consent = await findConsent(db, siteIdsOf(viewer), lead.id);
  const abilities = leadAbilities(viewer, lead);
  const { birthYear } = lead;
  const attempts = await listAttemptsBefore(db, lead.id);
  return {
    ...toLeadRow(lead, now),
    phoneShown: lead.phone && showPhoneNumber(lead.phone),
    phoneTyped: lead.phoneTyped,
    timeZone: lead.timeZone,
    birthYear,
    isOutsideAges:
      birthYear !== null && isOutsideAges(await findStudyAges(db, lead.studyId), birthYear, now),
    siteCity: lead.siteCity,
    promiseHours: lead.promiseHours,
    siteTimeZone: lead.siteTimeZone,
    firstAttemptAt: lead.firstAttemptAt,
    abilities,
    mayContact: mayContact(toLeadForContact(lead, attempts, consent !== undefined), now),
    attempts,
    consent: consent ?? null,
    consentWithdrawnAt: lead.consentWithdrawnAt,
    preference: { channel: lead.contactChannel, hours: lead.contactHours },
    submissions: await listSubmissions(db, siteIdsOf(viewer), lead.id),
    moves: abilities.changeStatus ? movesOf(lead, now) : [],
    merge: lead.mergedIntoId === null ? null : await readMerge(db, lead.id),
    ...answered,
  };
}

async function readMerge(db: Db, leadId: number): Promise<LeadView["merge"]> {
  const merge = await findMergeOf(db, leadId);
  if (!merge) return null;
  return { mergeId: merge.id, intoId: merge.keptId, at: merge.at, byName: merge.byName };
}

function movesOf(lead: LeadRecord, now: Date): LeadMove[] {
  return nextStatuses(lead).map((to) => {
    const { offered, required } = reasonsForMove(lead, to, now);
    return { to, reasons: [...offered], reasonRequired: required };
  });
}
