// Criteria as they are asked: those of a version, and single ones of earlier versions.
import type { AskedCriterion, CriterionFields } from "@studydesk/domain/screening/criterion";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface VersionInForce {
  id: number;
  number: number;
  publishedAt: string | null;
}

/** Undefined: the study has no published criteria. */
export async function findVersionInForce(
  db: Db,
  studyId: number,
): Promise<VersionInForce | undefined> {
  return db
    .selectFrom("criteriaVersions")
    .select(["id", "number", "publishedAt"])
    .where("studyId", "=", studyId)
    .where("publishedAt", "is not", null)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function getVersion(db: Db, id: number): Promise<VersionInForce> {
  return db
    .selectFrom("criteriaVersions")
    .select(["id", "number", "publishedAt"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
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

export function toAskedCriterion(row: Row<"criteria">): AskedCriterion {
  const { id, lineId, label, kind, heading, text, wording, cost } = row;
  const children: CriterionFields["children"] = JSON.parse(row.children);
  const rule: CriterionFields["rule"] = JSON.parse(row.rule);
  const doubt: CriterionFields["doubt"] = row.doubt === null ? null : JSON.parse(row.doubt);
  return { id, lineId, label, kind, heading, text, children, wording, rule, cost, doubt };
}
