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
import { findEraseReason } from "@studydesk/db/retention/held-queries";
import { findCriterionWords } from "@studydesk/db/screening/criteria-queries";
import { getVersion } from "@studydesk/db/screening/version-queries";
import { findNextVisit } from "@studydesk/db/visits/visit-queries";
import type { ContactPreference } from "@studydesk/domain/contact/contact-preference";
import {
  type AttemptBefore,
  type MayContact,
  mayContact,
} from "@studydesk/domain/contact/may-contact";
import { type LeadAbilities, leadAbilities } from "@studydesk/domain/leads/lead-policy";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import {
  awaitedStatuses,
  blockOf,
  type LeadForMove,
  type LeadStatus,
  type MoveRefusal,
  namesCriterion,
  nextStatuses,
  reasonsForMove,
  type SignatureState,
} from "@studydesk/domain/leads/lead-status";
import type { Milestones } from "@studydesk/domain/leads/milestones";
import type { StatusReason } from "@studydesk/domain/leads/status-reasons";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { EraseReason } from "@studydesk/domain/retention/erase-lead";
import { isOutsideAges } from "@studydesk/domain/studies/age-limits";
import type { Proof } from "@studydesk/domain/submissions/proof";
import { toLeadForContact } from "../contact/contact-gate";
import { showPhoneNumber } from "../contact/phone-number";
import { type MovableLead, readLeadForMove } from "./lead-for-move";

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
  /** What has to be done first, whatever is given along; null: the way is open. */
  blocked: MoveRefusal | null;
  /** What is given along; the criterion only with the reason that names one (`namesCriterion`). */
  asks: MoveQuestion[];
}

export type MoveQuestion = "criterion" | "study_consent";

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
  /** How far the questions are; null: none was asked yet. */
  screening: {
    versionNumber: number;
    questions: number;
    answered: number;
    unknowns: number;
    failed: number;
  } | null;
  signature: SignatureState;
  /** Where a failure names one. */
  failedCriterion: { id: number; label: string; text: string } | null;
  /** When it first came how far. */
  milestones: Milestones;
  /** The study knows the person by it. */
  screeningNumber: string | null;
  /** Planned, and not yet told of. */
  nextVisit: { id: number; startsAt: string; minutes: number; place: string | null } | null;
  /** By whom and when it was merged into another one; null while it goes on itself. */
  merge: { mergeId: number; intoId: number; at: string; byName: string | null } | null;
  /** In the answer to a change: by it the change can be taken back (`leads.undo`). */
  changeId?: number;
  /** Why the team erased it; null: it was the person themselves, or it is not erased. */
  erasedBecause: EraseReason | null;
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
      awaitedStatuses.includes(lead.status) &&
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
  const movable = await readLeadForMove(db, lead);
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
    moves: abilities.changeStatus ? movesOf(movable, now) : [],
    screening: await toScreeningView(db, movable),
    signature: movable.signature,
    failedCriterion: await readFailedCriterion(db, lead),
    milestones: toMilestones(lead),
    screeningNumber: lead.screeningNumber,
    nextVisit: await readNextVisit(db, lead),
    merge: lead.mergedIntoId === null ? null : await readMerge(db, lead.id),
    erasedBecause: lead.erasedAt === null ? null : await findEraseReason(db, lead.id),
    ...answered,
  };
}

async function readMerge(db: Db, leadId: number): Promise<LeadView["merge"]> {
  const merge = await findMergeOf(db, leadId);
  if (!merge) return null;
  return { mergeId: merge.id, intoId: merge.keptId, at: merge.at, byName: merge.byName };
}

async function toScreeningView(db: Db, { screening }: MovableLead): Promise<LeadView["screening"]> {
  if (!screening) return null;
  const { questions, answered, unknowns, failed, criteriaVersionId } = screening;
  const { number: versionNumber } = await getVersion(db, criteriaVersionId);
  return { versionNumber, questions, answered, unknowns, failed };
}

async function readFailedCriterion(
  db: Db,
  { criterionId }: LeadRecord,
): Promise<LeadView["failedCriterion"]> {
  return criterionId === null ? null : ((await findCriterionWords(db, criterionId)) ?? null);
}

/** Asked only where there can be one. */
async function readNextVisit(
  db: Db,
  { id, eligibleAt }: LeadRecord,
): Promise<LeadView["nextVisit"]> {
  const visit = eligibleAt === null ? undefined : await findNextVisit(db, id);
  if (!visit) return null;
  const { startsAt, minutes, place } = visit;
  return { id: visit.id, startsAt, minutes, place };
}

function toMilestones(lead: LeadRecord): Milestones {
  const { screenedAt, eligibleAt, decidedAt, visitHeldAt, enrolledAt } = lead;
  const { studyConsentOn, consentFormVersion } = lead;
  const given = { studyConsentOn, consentFormVersion };
  return { screenedAt, eligibleAt, decidedAt, visitHeldAt, enrolledAt, ...given };
}

function movesOf(lead: LeadForMove, now: Date): LeadMove[] {
  return nextStatuses(lead).map((to) => {
    const { offered, required } = reasonsForMove(lead, to, now);
    const blocked = blockOf(lead, to, now);
    return {
      to,
      reasons: [...offered],
      reasonRequired: required,
      blocked,
      asks: asksOf(to, offered),
    };
  });
}

function asksOf(to: LeadStatus, reasons: readonly StatusReason[]): MoveQuestion[] {
  const names = [undefined, ...reasons].some((reason) => namesCriterion(to, reason));
  if (names) return ["criterion"];
  return to === "in_screening" ? ["study_consent"] : [];
}
