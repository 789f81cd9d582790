// The criteria of versions, as they are asked. Those of a published version are never rewritten.
import type { AskedCriterion, CriterionFields } from "@studydesk/domain/screening/criterion";
import { isAmong } from "../dialect";
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { findVersionInForce } from "./version-queries";

/** Without an id it is a new row; without a line it begins one. */
export interface CriterionToStore extends CriterionFields {
  id: number | null;
  lineId: number | null;
  label: string;
}

/** In the version's own order. */
export async function listAskedCriteria(db: Db, versionId: number): Promise<AskedCriterion[]> {
  const rows = await db
    .selectFrom("criteria")
    .selectAll()
    .where("criteriaVersionId", "=", versionId)
    .orderBy("position")
    .execute();
  return rows.map(toAskedCriterion);
}

/** Of whichever versions, with the number of each one's. */
export async function listCriteriaAmong(
  db: Db,
  ids: readonly number[],
): Promise<{ criterion: AskedCriterion; versionNumber: number }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("criteria")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
    .selectAll("criteria")
    .select("criteriaVersions.number as versionNumber")
    .where(isAmong(db, "criteria.id", ids))
    .execute();
  return rows.map(({ versionNumber, ...row }) => ({
    criterion: toAskedCriterion(row),
    versionNumber,
  }));
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

/** How a criterion is called: "E3", and its words. */
export async function findCriterionWords(
  db: Db,
  criterionId: number,
): Promise<{ id: number; label: string; text: string } | undefined> {
  return db
    .selectFrom("criteria")
    .select(["id", "label", "text"])
    .where("id", "=", criterionId)
    .executeTakeFirst();
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

export function toAskedCriterion(row: Row<"criteria">): AskedCriterion {
  const { id, lineId, label, kind, heading, text, wording, cost } = row;
  const children: CriterionFields["children"] = JSON.parse(row.children);
  const rule: CriterionFields["rule"] = JSON.parse(row.rule);
  const doubt: CriterionFields["doubt"] = row.doubt === null ? null : JSON.parse(row.doubt);
  return { id, lineId, label, kind, heading, text, children, wording, rule, cost, doubt };
}
