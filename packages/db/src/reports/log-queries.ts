// The screening log: how many it has, and what the answers of a page's leads say against them.

import type { LogScope } from "@studydesk/domain/reports/report";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { sql } from "kysely";
import { isAmong } from "../dialect";
import { cameTo } from "../leads/progress-conditions";
import type { Db } from "../open-database";
import { isInScope, type ReportScope } from "./report-scope";

export async function countLog(
  db: Db,
  { sites, input }: ReportScope,
  scope: LogScope,
): Promise<number> {
  const isPart = {
    assessed: sql`leads.status <> 'invalid'`,
    screened: sql`leads.status <> 'invalid' and ${cameTo("screened")}`,
    consented: sql`leads.status in ('in_screening', 'enrolled', 'screen_failure', 'withdrawn')`,
  }[scope];
  let total = 0;
  for (const site of sites) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from leads where ${isInScope(site, input)} and ${isPart}`.execute(
      db,
    );
    total += Number(rows[0]?.count ?? 0);
  }
  return total;
}

export interface AnswerAgainst {
  leadId: number;
  lineId: number;
  label: string;
  kind: CriterionKind;
}

/** By lead, in the order of the criteria: those whose newest answer excludes. */
export async function listAnswersAgainst(
  db: Db,
  leadIds: readonly number[],
): Promise<AnswerAgainst[]> {
  const rows = await db
    .selectFrom("answers")
    .innerJoin("criteria", "criteria.id", "answers.criterionId")
    .select([
      "answers.leadId",
      "answers.answer",
      "criteria.lineId",
      "criteria.label",
      "criteria.kind",
      "criteria.position",
    ])
    .where(isAmong(db, "answers.leadId", leadIds))
    .where("answers.replacedAt", "is", null)
    .orderBy("answers.id")
    .execute();
  const newest = new Map(rows.map((row) => [`${row.leadId} ${row.lineId}`, row]));
  return [...newest.values()]
    .filter(({ answer }) => answer === "not_met" || answer === "present")
    .toSorted((one, other) => one.position - other.position)
    .map(({ leadId, lineId, label, kind }) => ({ leadId, lineId, label, kind }));
}

export async function listCriterionLabels(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { lineId: number; label: string }>> {
  const rows = await db
    .selectFrom("criteria")
    .select(["id", "lineId", "label"])
    .where(isAmong(db, "id", ids))
    .execute();
  return new Map(rows.map(({ id, lineId, label }) => [id, { lineId, label }]));
}
