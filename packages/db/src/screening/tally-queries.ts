// How criteria were answered in a study lately: counted over the newest answers of each, so that it costs the
// same however many were given.
import type { Answer } from "@studydesk/domain/screening/answer";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { sql } from "kysely";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";

export interface AnswerCount {
  lineId: number;
  kind: CriterionKind;
  answer: Answer;
  count: number;
}

/** So many of the newest answers to a criterion speak for all of them. */
const newest = 200;

export async function countAnswersByLine(
  db: Db,
  lineIds: readonly number[],
): Promise<AnswerCount[]> {
  const rows = await db
    .selectFrom("criteria")
    .innerJoin("answers", (join) =>
      join
        .onRef("answers.criterionId", "=", "criteria.id")
        .on("answers.replacedAt", "is", null)
        .on(
          "answers.id",
          ">=",
          sql<number>`coalesce((select later.id from answers as later
            where later."criterionId" = criteria.id and later."replacedAt" is null
            order by later.id desc limit 1 offset ${sql.lit(newest - 1)}), 0)`,
        ),
    )
    .select(["criteria.lineId", "criteria.kind", "answers.answer"])
    .select((eb) => eb.fn.countAll<number | string>().as("count"))
    .where(isAmong(db, "criteria.lineId", lineIds))
    .groupBy(["criteria.lineId", "criteria.kind", "answers.answer"])
    .execute();
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}
