// The audit trail as people look through it: newest first, from row to row, within the sites that they answer
// for. Rows of no site are the owner's.
import type { AuditFilters } from "@studydesk/domain/audit/audit-filters";
import type { SiteScope } from "@studydesk/domain/people/viewer";
import type { ExpressionBuilder } from "kysely";
import { beforeDot, isAmongTexts } from "../dialect";
import type { Db } from "../open-database";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";
import { type StoredAuditRow, toStoredRow } from "./chain-queries";

export interface AuditPage {
  scope: SiteScope;
  filters: AuditFilters;
  before: number | undefined;
  limit: number;
}

export async function listAuditPage(
  db: Db,
  { scope, filters, before, limit }: AuditPage,
): Promise<StoredAuditRow[]> {
  const { actorId, group, siteId, from, to } = filters;
  let query = db.selectFrom("audit").selectAll().orderBy("sequence", "desc").limit(limit);
  if (scope !== "all") query = query.where(isWithin("siteId", scope));
  if (before !== undefined) query = query.where("sequence", "<", before);
  if (actorId !== undefined) query = query.where("actorId", "=", actorId);
  if (group) query = query.where(beforeDot(db, "action"), "=", group);
  if (siteId !== undefined) query = query.where("siteId", "=", siteId);
  if (from !== undefined) query = query.where("at", ">=", startOf(from, 0));
  if (to !== undefined) query = query.where("at", "<", startOf(to, 1));
  query = query.where((eb) => eb.and(aboutSubjects(eb, filters)));
  return (await query.execute()).map(toStoredRow);
}

function startOf(day: string, daysLater: number): string {
  return new Date(Date.parse(day) + daysLater * 86_400_000).toISOString();
}

function aboutSubjects(eb: ExpressionBuilder<Schema, "audit">, filters: AuditFilters) {
  const { leadId, studyId } = filters;
  const isOf = (subject: string, id: number) =>
    eb.and([eb("subject", "=", subject), eb("subjectId", "=", String(id))]);
  const leadsOfStudy = (id: number) =>
    eb
      .selectFrom("leads")
      .select((lead) => lead.cast<string>("leads.id", "text").as("id"))
      .where("leads.studyId", "=", id);
  return [
    ...(leadId === undefined ? [] : [isOf("lead", leadId)]),
    ...(studyId === undefined
      ? []
      : [
          eb.or([
            isOf("study", studyId),
            eb.and([eb("subject", "=", "lead"), eb("subjectId", "in", leadsOfStudy(studyId))]),
          ]),
        ]),
  ];
}

/** Whoever wrote rows there; the trail's own words for nobody are left out. */
export async function listAuditActors(
  db: Db,
  scope: SiteScope,
): Promise<{ userId: string; name: string }[]> {
  return db
    .selectFrom("user")
    .select(["user.id as userId", "user.name"])
    .where(({ exists, selectFrom }) => {
      const rows = selectFrom("audit")
        .select("sequence")
        .whereRef("audit.actorId", "=", "user.id")
        .limit(1);
      return exists(scope === "all" ? rows : rows.where(isWithin("audit.siteId", scope)));
    })
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
}

export async function listPersonNames(
  db: Db,
  userIds: readonly string[],
): Promise<{ userId: string; name: string }[]> {
  if (userIds.length === 0) return [];
  return db
    .selectFrom("user")
    .select(["id as userId", "name"])
    .where(isAmongTexts(db, "id", userIds))
    .execute();
}
