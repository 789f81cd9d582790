// Whom a further version of a study's criteria touches, asked of all its leads at once, and the list that
// is kept of them when the version is published.
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { AmendmentEffect } from "@studydesk/domain/screening/amendment";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { engineOf, isAmong, isAmongTexts } from "../dialect";
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface AskedLead {
  leadId: number;
  siteId: number;
  /** Every question of the version that it was asked by has an answer. */
  isComplete: boolean;
}

/** The leads of the study that were asked and are in one of these statuses. In a transaction they are held. */
export async function listAskedLeads(
  db: Db,
  studyId: number,
  statuses: readonly LeadStatus[],
): Promise<AskedLead[]> {
  const rows = await db
    .selectFrom("screenings")
    .innerJoin("leads", "leads.id", "screenings.leadId")
    .select(["leads.id as leadId", "leads.siteId", "screenings.answered", "screenings.questions"])
    .where("leads.studyId", "=", studyId)
    .where(isAmongTexts(db, "leads.status", statuses))
    .where("leads.erasedAt", "is", null)
    .where("leads.mergedIntoId", "is", null)
    .orderBy("leads.id")
    // Whoever answers for one of them waits until it is asked by the new version.
    .$if(db.isTransaction && engineOf(db) === "postgres", (q) => q.forNoKeyUpdate("leads"))
    .execute();
  return rows.map(({ answered, questions, ...lead }) => ({
    ...lead,
    isComplete: questions > 0 && answered >= questions,
  }));
}

/** Which lines of which leads have an answer that stands, to one of these criteria. */
export async function listAnsweredLines(
  db: Db,
  criterionIds: readonly number[],
  leadIds?: readonly number[],
): Promise<{ leadId: number; lineId: number }[]> {
  if (criterionIds.length === 0) return [];
  return db
    .selectFrom("answers")
    .innerJoin("criteria", "criteria.id", "answers.criterionId")
    .select(["answers.leadId", "criteria.lineId"])
    .distinct()
    .where(isAmong(db, "answers.criterionId", criterionIds))
    .where("answers.replacedAt", "is", null)
    .$if(leadIds !== undefined, (q) => q.where(isAmong(db, "answers.leadId", leadIds ?? [])))
    .execute();
}

export interface FailedLead {
  leadId: number;
  siteId: number;
  /** The criterion that was named when it failed. */
  criterionId: number;
  lineId: number;
}

/** Leads that failed before consent by one of these lines. */
export async function listFailedLeads(
  db: Db,
  studyId: number,
  lineIds: readonly number[],
): Promise<FailedLead[]> {
  if (lineIds.length === 0) return [];
  return db
    .selectFrom("leads")
    .innerJoin("criteria", "criteria.id", "leads.criterionId")
    .select(["leads.id as leadId", "leads.siteId", "criteria.id as criterionId", "criteria.lineId"])
    .where("leads.studyId", "=", studyId)
    .where("leads.status", "=", "pre_screen_failure")
    .where("leads.erasedAt", "is", null)
    .where("leads.mergedIntoId", "is", null)
    .where(isAmong(db, "criteria.lineId", lineIds))
    .orderBy("leads.id")
    .execute();
}

export interface SaidToLine {
  leadId: number;
  lineId: number;
  /** As it was asked then. */
  criterionId: number;
  /** Null where the answer holds no value. */
  said: AnswerValue;
}

/** The answers of these leads to these lines that stand, the newest first. */
export async function listSaidToLines(
  db: Db,
  leadIds: readonly number[],
  lineIds: readonly number[],
): Promise<SaidToLine[]> {
  const rows = await db
    .selectFrom("answers")
    .innerJoin("criteria", "criteria.id", "answers.criterionId")
    .select(["answers.leadId", "criteria.lineId", "answers.criterionId", "answers.value"])
    .where(isAmong(db, "answers.leadId", leadIds))
    .where(isAmong(db, "criteria.lineId", lineIds))
    .where("answers.replacedAt", "is", null)
    .orderBy("answers.id", "desc")
    .execute();
  return rows.map(({ value, ...row }) => {
    const said: AnswerValue = value === null ? null : JSON.parse(value);
    return { ...row, said };
  });
}

/** Which of these leads have an answer that stands and speaks against them, to one of these criteria. */
export async function listLeadsFailing(
  db: Db,
  leadIds: readonly number[],
  criterionIds: readonly number[],
): Promise<Set<number>> {
  const rows = await db
    .selectFrom("answers")
    .select("leadId")
    .distinct()
    .where(isAmong(db, "leadId", leadIds))
    .where(isAmong(db, "criterionId", criterionIds))
    .where("answer", "in", ["not_met", "present"])
    .where("replacedAt", "is", null)
    .execute();
  return new Set(rows.map(({ leadId }) => leadId));
}

export interface TouchedLead {
  leadId: number;
  siteId: number;
  effect: AmendmentEffect;
  /** Lines to ask about; of an earlier failure, the line that failed. */
  lineIds: readonly number[];
}

export async function addAmendmentLeads(
  trx: Db,
  versionId: number,
  touched: readonly TouchedLead[],
): Promise<void> {
  const rows = touched.map(({ leadId, effect, lineIds }) => ({
    ...{ criteriaVersionId: versionId, leadId, effect },
    lineIds: JSON.stringify(lineIds),
  }));
  for (const some of inStatements(rows)) {
    await trx.insertInto("amendmentLeads").values(some).execute();
  }
}

/** Of all sites, or of these. */
export async function countAmendmentLeads(
  db: Db,
  versionId: number,
  siteIds: readonly number[] | "all",
): Promise<Map<AmendmentEffect, number>> {
  const rows = await db
    .selectFrom("amendmentLeads")
    .innerJoin("leads", "leads.id", "amendmentLeads.leadId")
    .select((eb) => ["amendmentLeads.effect", eb.fn.countAll<number>().as("count")])
    .where("amendmentLeads.criteriaVersionId", "=", versionId)
    .where("leads.erasedAt", "is", null)
    .where("leads.mergedIntoId", "is", null)
    .where(isWithin("leads.siteId", siteIds))
    .groupBy("amendmentLeads.effect")
    .execute();
  return new Map(rows.map(({ effect, count }) => [effect, count]));
}

export interface AmendmentRow {
  leadId: number;
  firstName: string;
  lastName: string;
  status: LeadStatus;
  siteName: string;
  ownerName: string | null;
  effect: AmendmentEffect;
  lineIds: number[];
  /** When a follow-up was made of it, as long as the lead has one. */
  followUpAt: string | null;
}

/** By lead, after the given one. */
export async function listAmendmentLeads(
  db: Db,
  versionId: number,
  siteIds: readonly number[],
  page: {
    effects: readonly AmendmentEffect[];
    after: number;
    limit: number;
    /** Those alone that no follow-up stands for. */
    isOpen?: boolean;
  },
): Promise<AmendmentRow[]> {
  const rows = await db
    .selectFrom("amendmentLeads")
    .innerJoin("leads", "leads.id", "amendmentLeads.leadId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("user as owner", "owner.id", "leads.ownerId")
    .select([
      "leads.id as leadId",
      "leads.firstName",
      "leads.lastName",
      "leads.status",
      "sites.name as siteName",
      "owner.name as ownerName",
      "amendmentLeads.effect",
      "amendmentLeads.lineIds",
    ])
    // One that was taken back, or put away, is none.
    .select((eb) =>
      eb
        .case()
        .when("leads.followUpAt", "is", null)
        .then(null)
        .else(eb.ref("amendmentLeads.followUpAt"))
        .end()
        .as("followUpAt"),
    )
    .where("amendmentLeads.criteriaVersionId", "=", versionId)
    .where("amendmentLeads.leadId", ">", page.after)
    .where(isAmongTexts(db, "amendmentLeads.effect", page.effects))
    .$if(page.isOpen === true, (q) =>
      q.where((eb) =>
        eb.or([eb("amendmentLeads.followUpAt", "is", null), eb("leads.followUpAt", "is", null)]),
      ),
    )
    .where("leads.erasedAt", "is", null)
    .where("leads.mergedIntoId", "is", null)
    .where(isWithin("leads.siteId", siteIds))
    .orderBy("amendmentLeads.leadId")
    .limit(page.limit)
    .execute();
  return rows.map(({ lineIds, ...row }) => {
    const lines: number[] = JSON.parse(lineIds);
    return { ...row, lineIds: lines };
  });
}

export async function setFollowedUp(
  trx: Db,
  versionId: number,
  leadId: number,
  at: string,
): Promise<void> {
  await trx
    .updateTable("amendmentLeads")
    .set({ followUpAt: at })
    .where("criteriaVersionId", "=", versionId)
    .where("leadId", "=", leadId)
    .execute();
}
