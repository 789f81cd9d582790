// How far leads came on their way to the study, as conditions of a list: by the first times that the lead
// itself keeps, by the reason and the criterion it was closed with, and by what was answered.
import {
  type LeadFilters,
  type LeadStage,
  type Measure,
  noReason,
  type ScreeningFilter,
} from "@studydesk/domain/leads/lead-filters";
import type { Answer } from "@studydesk/domain/screening/answer";
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Schema } from "../schema";

export interface Condition {
  column: string;
  matches: Expression<SqlBool>;
  /**
   * What few leads may meet is looked up by itself, within an index that holds the column: walking an
   * order row by row until fifty of a rare kind turn up would read the whole table.
   */
  isRare: boolean;
}

type LeadExpressions = ExpressionBuilder<Schema, "leads">;

export function progressConditions(eb: LeadExpressions, filters: LeadFilters): Condition[] {
  const { stage, shortOf, measured, reasons, failedLineIds, screening, answers, unexplained } =
    filters;
  const conditions: Condition[] = [];
  const add = (column: string, matches: Expression<SqlBool>, isRare = true) => {
    conditions.push({ column, matches, isRare });
  };
  if (stage) add("screenedAt", cameTo(stage), stage !== "reached");
  if (shortOf) add("screenedAt", cameNotTo(shortOf), false);
  if (measured) add(measuredColumn[measured], wasMeasured(measured), measured === "decision");
  if (reasons?.length) add("statusReason", hasReason(eb, reasons), !reasons.includes(noReason));
  if (failedLineIds?.length) add("criterionId", failedOn(failedLineIds));
  if (screening?.length) {
    add("id", isScreened(screening), !screening.includes("not_started"));
  }
  if (answers?.length) add("id", hasAnswers(answers));
  if (unexplained) add("statusReason", isUnexplained);
  return conditions;
}

const later = {
  screened: ["screenedAt"],
  eligible: ["screenedAt", "eligibleAt"],
  visit_held: ["screenedAt", "eligibleAt", "visitHeldAt"],
  enrolled: ["screenedAt", "eligibleAt", "visitHeldAt", "enrolledAt"],
} as const satisfies Record<Exclude<LeadStage, "reached">, readonly string[]>;

/** Whoever came to a stage came to all before it, because each is asked for them, too. */
export function cameTo(stage: LeadStage): Expression<SqlBool> {
  if (stage === "reached") {
    return sql<SqlBool>`(leads."firstContactAt" is not null or leads."screenedAt" is not null)`;
  }
  const all = later[stage].map((column) => sql`${sql.ref(`leads.${column}`)} is not null`);
  return sql<SqlBool>`(${sql.join(all, sql` and `)})`;
}

function cameNotTo(stage: LeadStage): Expression<SqlBool> {
  if (stage === "reached") {
    return sql<SqlBool>`(leads."firstContactAt" is null and leads."screenedAt" is null)`;
  }
  const any = later[stage].map((column) => sql`${sql.ref(`leads.${column}`)} is null`);
  return sql<SqlBool>`(${sql.join(any, sql` or `)})`;
}

const measuredColumn = {
  first_contact: "firstContactAt",
  decision: "decidedAt",
} as const satisfies Record<Measure, string>;

function wasMeasured(measure: Measure): Expression<SqlBool> {
  return measure === "first_contact"
    ? sql<SqlBool>`leads."firstContactAt" is not null`
    : sql<SqlBool>`(leads."screenedAt" is not null and leads."decidedAt" is not null)`;
}

function hasReason(
  eb: LeadExpressions,
  reasons: NonNullable<LeadFilters["reasons"]>,
): Expression<SqlBool> {
  const named = reasons.filter((reason) => reason !== noReason);
  const isNamed = eb("leads.statusReason", "in", named);
  if (named.length === reasons.length) return isNamed;
  const isNone = eb("leads.statusReason", "is", null);
  return named.length === 0 ? isNone : eb.or([isNamed, isNone]);
}

/** Whoever failed was screened: the index of those alone is read. */
function failedOn(lineIds: readonly number[]): Expression<SqlBool> {
  return sql<SqlBool>`(leads."screenedAt" is not null
    and leads.status in ('pre_screen_failure', 'screen_failure')
    and leads."criterionId" in (select id from criteria where "lineId" in (${sql.join(lineIds)})))`;
}

const counted: Readonly<Record<Exclude<ScreeningFilter, "not_started">, string>> = {
  under_way: "answered > 0 and answered < questions",
  complete: "answered > 0 and answered >= questions",
  unknowns: "unknowns > 0",
  failing: "failed > 0",
};

function isScreened(kinds: readonly ScreeningFilter[]): Expression<SqlBool> {
  const among = kinds.flatMap((kind) => (kind === "not_started" ? [] : [counted[kind]]));
  const parts =
    among.length === 0
      ? []
      : [
          sql`leads.id in (select "leadId" from screenings
    where ${sql.join(
      among.map((one) => sql`(${sql.raw(one)})`),
      sql` or `,
    )})`,
        ];
  const notStarted = sql`not exists (select 1 from screenings
    where screenings."leadId" = leads.id and screenings.answered > 0)`;
  const all = kinds.includes("not_started") ? [...parts, notStarted] : parts;
  return sql<SqlBool>`(${sql.join(all, sql` or `)})`;
}

/** Of two answers to versions of one criterion the later counts. */
function hasAnswers(wanted: NonNullable<LeadFilters["answers"]>): Expression<SqlBool> {
  const byLine = Map.groupBy(wanted, ({ lineId }) => lineId);
  const conditions = [...byLine].map(([lineId, ofLine]) =>
    hasAnswer(
      lineId,
      ofLine.map(({ answer }) => answer),
    ),
  );
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function hasAnswer(lineId: number, answers: readonly Answer[]) {
  const ofLine = sql`(select id from criteria where "lineId" = ${lineId})`;
  return sql`leads.id in (select given."leadId" from answers as given
    where given."criterionId" in ${ofLine} and given.answer in (${sql.join(answers)})
      and given."replacedAt" is null
      and not exists (select 1 from answers as newer
        where newer."leadId" = given."leadId" and newer."criterionId" in ${ofLine}
          and newer."replacedAt" is null and newer.id > given.id))`;
}

const isUnexplained = sql<SqlBool>`((leads.status in ('declined', 'withdrawn', 'screen_failure')
    and leads."statusReason" is null)
  or (leads.status = 'pre_screen_failure' and leads."criterionId" is null)
  or (leads.status = 'screen_failure' and leads."statusReason" = 'criterion_failed'
    and leads."criterionId" is null))`;
