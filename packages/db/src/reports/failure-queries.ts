// Which criteria exclude whom: what leads closed with, how many were decided and consented, and what was
// answered. Answers are counted in the order of their index; whose they are is looked up in a set.
import type { Answer } from "@studydesk/domain/screening/answer";
import { sql } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { CriterionLine } from "./criterion-line-queries";
import { isInScope, type ReportScope, studyKey } from "./report-scope";

export interface StudyDenominators {
  studyId: number;
  decided: number;
  consented: number;
}

export async function countDecided(
  db: Db,
  { sites, input }: ReportScope,
): Promise<StudyDenominators[]> {
  const counted: StudyDenominators[] = [];
  for (const site of sites) {
    const { rows } = await sql<StudyDenominators>`
      select ${studyKey} as "studyId",
        sum(case when leads."decidedAt" is null then 0 else 1 end) as decided,
        sum(case when leads.status in ('in_screening', 'enrolled', 'screen_failure', 'withdrawn')
          then 1 else 0 end) as consented
      from leads where ${isInScope(site, input)} and leads."screenedAt" is not null
        and coalesce(leads.status, '') <> 'invalid'
      group by 1`.execute(db);
    counted.push(...rows);
  }
  return counted.map(({ studyId, decided, consented }) => ({
    studyId: Number(studyId),
    decided: Number(decided),
    consented: Number(consented),
  }));
}

export interface AnswerCount {
  lineId: number;
  answer: Answer;
  count: number;
}

/** Those that stand; of a lead's answers to several versions of a criterion the newest. */
export async function countAnswers(
  db: Db,
  scope: ReportScope,
  lines: readonly CriterionLine[],
): Promise<AnswerCount[]> {
  const inSets = [
    ...(await countGiven(
      db,
      scope,
      lines.filter(({ criterionIds }) => criterionIds.length === 1),
    )),
    ...(await countNewest(
      db,
      scope,
      lines.filter(({ criterionIds }) => criterionIds.length > 1),
    )),
  ];
  const lineOf = new Map(
    lines.flatMap(({ lineId, criterionIds }) => criterionIds.map((id) => [id, lineId] as const)),
  );
  return inSets.map(({ criterionId, answer, count }) => ({
    lineId: lineOf.get(criterionId) ?? 0,
    answer,
    count: Number(count),
  }));
}

interface GivenRow {
  criterionId: number;
  answer: Answer;
  count: number;
}

async function countGiven(db: Db, scope: ReportScope, lines: readonly CriterionLine[]) {
  const ids = lines.flatMap(({ criterionIds }) => criterionIds);
  if (ids.length === 0) return [];
  const { rows } = await sql<GivenRow>`
    select given."criterionId", given.answer, count(*) as count from answers as given
    where ${isAmong(db, "given.criterionId", ids)} and given."replacedAt" is null
      and ${isOfLeads(scope)}
    group by 1, 2`.execute(db);
  return rows;
}

async function countNewest(db: Db, scope: ReportScope, lines: readonly CriterionLine[]) {
  const ids = lines.flatMap(({ criterionIds }) => criterionIds);
  if (ids.length === 0) return [];
  const { rows } = await sql<GivenRow>`
    select given."criterionId", given.answer, count(*) as count from answers as given
    join criteria as asked on asked.id = given."criterionId"
    where ${isAmong(db, "given.criterionId", ids)} and given."replacedAt" is null
      and ${isOfLeads(scope)}
      and not exists (select 1 from criteria as other
        join answers as newer on newer."criterionId" = other.id
        where other."lineId" = asked."lineId" and other.id <> asked.id
          and newer."leadId" = given."leadId" and newer."replacedAt" is null and newer.id > given.id)
    group by 1, 2`.execute(db);
  return rows;
}

/** The plus keeps SQLite on the index of answers instead of asking for those of each lead. */
function isOfLeads({ sites, input }: ReportScope) {
  const conditions = sites.map((site) => sql`(${isInScope(site, input)})`);
  if (conditions.length === 0) return sql`1 = 0`;
  return sql`+given."leadId" in (select leads.id from leads
    where (${sql.join(conditions, sql` or `)}) and coalesce(leads.status, '') <> 'invalid')`;
}
