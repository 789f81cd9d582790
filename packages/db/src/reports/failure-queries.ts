// Which criteria exclude whom: what leads closed with, how many were decided and consented, and what was
// answered. Answers are counted in the order of their index; whose they are is looked up in a set.
import type { Answer } from "@studydesk/domain/screening/answer";
import { sql } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { CriterionLine } from "./criterion-line-queries";
import { isInScope, type ReportScope, statusKey, studyKey } from "./report-scope";

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
        and ${statusKey} <> 'invalid'
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
  const lineOf = new Map(
    lines.flatMap(({ lineId, criterionIds }) => criterionIds.map((id) => [id, lineId] as const)),
  );
  const given = await countGiven(db, scope, [...lineOf.keys()]);
  const asked = lines.filter(({ criterionIds }) => criterionIds.length > 1);
  const overtaken = await countOvertaken(
    db,
    scope,
    asked.flatMap(({ criterionIds }) => criterionIds),
  );
  return [...given, ...overtaken.map((row) => ({ ...row, count: -Number(row.count) }))].map(
    ({ criterionId, answer, count }) => ({
      lineId: lineOf.get(criterionId) ?? 0,
      answer,
      count: Number(count),
    }),
  );
}

interface GivenRow {
  criterionId: number;
  answer: Answer;
  count: number;
}

async function countGiven(
  db: Db,
  scope: ReportScope,
  criterionIds: readonly number[],
): Promise<GivenRow[]> {
  if (criterionIds.length === 0) return [];
  const { rows } = await sql<GivenRow>`
    select given."criterionId", given.answer, count(*) as count from answers as given
    where ${isAmong(db, "given.criterionId", criterionIds)} and given."replacedAt" is null
      and +given."leadId" in ${leadsOf(scope)}
    group by 1, 2`.execute(db);
  return rows;
}

/** Of them, those after which the same lead answered another version of the criterion. */
async function countOvertaken(
  db: Db,
  scope: ReportScope,
  criterionIds: readonly number[],
): Promise<GivenRow[]> {
  if (criterionIds.length === 0) return [];
  const { rows } = await sql<GivenRow>`
    select older."criterionId", older.answer, count(distinct older.id) as count
    from answers as older cross join criteria as asked
      cross join criteria as another cross join answers as newer
    where ${isAmong(db, "older.criterionId", criterionIds)} and older."replacedAt" is null
      and asked.id = older."criterionId"
      and another."lineId" = asked."lineId" and another.id <> asked.id
      and newer."leadId" = older."leadId" and newer."criterionId" = another.id
      and newer."replacedAt" is null and +newer.id > older.id
      and +older."leadId" in ${leadsOf(scope)}
    group by 1, 2`.execute(db);
  return rows;
}

/** Asked of `+leadId`: the plus keeps SQLite on the index of answers, instead of asking lead by lead. */
function leadsOf({ sites, input }: ReportScope) {
  const isOfSite = sites.map((site) => sql`(${isInScope(site, input)})`);
  const isMeant = isOfSite.length === 0 ? sql`1 = 0` : sql.join(isOfSite, sql` or `);
  return sql`(select leads.id from leads where (${isMeant}) and ${statusKey} <> 'invalid')`;
}
