// The criteria of one version, as they are asked. Those of a published version are never rewritten.
import type { AskedCriterion, CriterionFields } from "@studydesk/domain/screening/criterion";
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";
import {
  findVersionInForce,
  listAskedCriteria,
  toAskedCriterion,
} from "../screening/asked-criteria-queries";

/** Without an id it is a new row; without a line it begins one. */
export interface CriterionToStore extends CriterionFields {
  id: number | null;
  lineId: number | null;
  label: string;
}

/** The version in force and its criteria; undefined before the first. */
export async function findCurrentCriteria(
  db: Db,
  studyId: number,
): Promise<{ id: number; number: number; criteria: AskedCriterion[] } | undefined> {
  const version = await findVersionInForce(db, studyId);
  if (!version) return undefined;
  const { id, number } = version;
  return { id, number, criteria: await listAskedCriteria(db, version.id) };
}

/** Whether the criterion stands in that version. */
export async function isCriterionOf(db: Db, versionId: number, id: number): Promise<boolean> {
  const row = await db
    .selectFrom("criteria")
    .select("id")
    .where("id", "=", id)
    .where("criteriaVersionId", "=", versionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The lines of a study that any of its versions knows. */
export async function listLineIds(db: Db, studyId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("criteria")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
    .select("criteria.lineId")
    .distinct()
    .where("criteriaVersions.studyId", "=", studyId)
    .execute();
  return rows.map(({ lineId }) => lineId);
}

/** Every criterion of the published versions, the newest version first. */
export async function listPublishedCriteria(db: Db, studyId: number): Promise<AskedCriterion[]> {
  const rows = await db
    .selectFrom("criteria")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
    .selectAll("criteria")
    .where("criteriaVersions.studyId", "=", studyId)
    .where("criteriaVersions.publishedAt", "is not", null)
    .orderBy("criteriaVersions.number", "desc")
    .orderBy("criteria.position")
    .execute();
  return rows.map(toAskedCriterion);
}

/** Writes the whole list of a version that is not published yet; rows that stay keep their id. */
export async function replaceCriteria(
  trx: Db,
  versionId: number,
  criteria: readonly CriterionToStore[],
): Promise<void> {
  await trx.deleteFrom("criteria").where("criteriaVersionId", "=", versionId).execute();
  const rows = criteria.map(({ id, lineId, children, rule, doubt, ...fields }, index) => ({
    ...fields,
    ...(id === null ? {} : { id }),
    criteriaVersionId: versionId,
    position: index + 1,
    lineId: lineId ?? 0,
    children: JSON.stringify(children),
    rule: JSON.stringify(rule),
    doubt: doubt && JSON.stringify(doubt),
  }));
  const [fresh, kept] = [rows.filter((row) => !("id" in row)), rows.filter((row) => "id" in row)];
  for (const some of [...inStatements(kept), ...inStatements(fresh)]) {
    await trx.insertInto("criteria").values(some).execute();
  }
  // Whatever is new begins a line of its own.
  await trx
    .updateTable("criteria")
    .set((eb) => ({ lineId: eb.ref("id") }))
    .where("criteriaVersionId", "=", versionId)
    .where("lineId", "=", 0)
    .execute();
}
