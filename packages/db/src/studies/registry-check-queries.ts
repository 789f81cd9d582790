// The last look at the registry, one row a study: when, what was in the way, and the record that was
// found and not taken over.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type RegistryCheck = Row<"registryChecks">;

export async function findRegistryCheck(
  db: Db,
  studyId: number,
): Promise<RegistryCheck | undefined> {
  return db
    .selectFrom("registryChecks")
    .selectAll()
    .where("studyId", "=", studyId)
    .executeTakeFirst();
}

/** Writes what the newest look found over what an earlier one did. */
export async function saveRegistryCheck(trx: Db, check: RegistryCheck): Promise<void> {
  const { studyId, ...found } = check;
  await trx
    .insertInto("registryChecks")
    .values(check)
    .onConflict((oc) => oc.column("studyId").doUpdateSet(found))
    .execute();
}

/** A look that failed leaves a record found earlier where it is. */
export async function saveRegistryProblem(
  trx: Db,
  look: { studyId: number; checkedAt: string; problem: string },
): Promise<void> {
  const { checkedAt, problem } = look;
  await trx
    .insertInto("registryChecks")
    .values({ ...look, foundRecord: null, foundSha256: null })
    .onConflict((oc) => oc.column("studyId").doUpdateSet({ checkedAt, problem }))
    .execute();
}

/** A stored record that is newer than what was found has nothing left to take over. */
export async function forgetFoundRecord(trx: Db, studyId: number): Promise<void> {
  await trx
    .updateTable("registryChecks")
    .set({ foundRecord: null, foundSha256: null })
    .where("studyId", "=", studyId)
    .execute();
}

/**
 * Studies whose last look is older than `before`, or than `problemsBefore` where something was in the
 * way; longest ago first, never looked at before all.
 */
export async function listStudiesToCheck(
  db: Db,
  due: { before: string; problemsBefore: string; limit: number },
): Promise<{ id: number; nctId: string }[]> {
  return db
    .selectFrom("studies")
    .leftJoin("registryChecks", "registryChecks.studyId", "studies.id")
    .select(["studies.id", "studies.nctId"])
    .where((eb) =>
      eb.or([
        eb("checkedAt", "is", null),
        eb("checkedAt", "<", due.before),
        eb.and([eb("problem", "is not", null), eb("checkedAt", "<", due.problemsBefore)]),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce("checkedAt", eb.val("")))
    .orderBy("studies.id")
    .limit(due.limit)
    .execute();
}
