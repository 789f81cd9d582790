// How far a lead's questions are: one row a lead, made anew from its answers.
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export type StoredScreening = Row<"screenings">;

/** Undefined: nothing was asked yet. */
export async function findScreening(db: Db, leadId: number): Promise<StoredScreening | undefined> {
  return db.selectFrom("screenings").selectAll().where("leadId", "=", leadId).executeTakeFirst();
}

/** Over what is there; when it began and what was signed stay. */
export async function saveScreenings(
  trx: Db,
  rows: readonly Omit<NewRow<"screenings">, "signedSha256">[],
): Promise<void> {
  for (const some of inStatements(rows)) {
    await trx
      .insertInto("screenings")
      .values(some)
      .onConflict((conflict) =>
        conflict.column("leadId").doUpdateSet((eb) => ({
          criteriaVersionId: eb.ref("excluded.criteriaVersionId"),
          questions: eb.ref("excluded.questions"),
          answered: eb.ref("excluded.answered"),
          unknowns: eb.ref("excluded.unknowns"),
          failed: eb.ref("excluded.failed"),
          answersSha256: eb.ref("excluded.answersSha256"),
          updatedAt: eb.ref("excluded.updatedAt"),
        })),
      )
      .execute();
  }
}

/** Until this transaction ends nobody answers anything for the lead. */
export async function holdScreening(trx: Db, leadId: number): Promise<void> {
  await trx
    .updateTable("screenings")
    .set((eb) => ({ updatedAt: eb.ref("updatedAt") }))
    .where("leadId", "=", leadId)
    .execute();
}
