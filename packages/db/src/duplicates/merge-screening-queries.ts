// What a merge does with answers: they change over with what they belong to, and back.
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { StoredScreening } from "../screening/screening-queries";

/** All standing ones of `toId` to the same criteria have to be replaced before. */
export async function moveAnswers(
  trx: Db,
  ids: readonly number[],
  { fromId, toId }: { fromId: number; toId: number },
): Promise<void> {
  await trx
    .updateTable("answers")
    .set({ leadId: toId })
    .where(isAmong(trx, "id", ids))
    .where("leadId", "=", fromId)
    .execute();
}

/** Lets these stand again, where no other answer to the same criterion stands. */
export async function letAnswersStand(trx: Db, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable("answers")
    .set({ replacedAt: null })
    .where(isAmong(trx, "id", ids))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("answers as standing")
            .select("standing.id")
            .whereRef("standing.leadId", "=", "answers.leadId")
            .whereRef("standing.criterionId", "=", "answers.criterionId")
            .where("standing.replacedAt", "is", null),
        ),
      ),
    )
    .execute();
}

/** Gives the row that it takes away. */
export async function takeScreening(trx: Db, leadId: number): Promise<StoredScreening | undefined> {
  return trx
    .deleteFrom("screenings")
    .where("leadId", "=", leadId)
    .returningAll()
    .executeTakeFirst();
}

export async function putScreening(trx: Db, screening: StoredScreening): Promise<void> {
  await trx.insertInto("screenings").values(screening).execute();
}
