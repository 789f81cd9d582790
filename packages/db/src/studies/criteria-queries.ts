// A study's criteria by version: newer criteria make a further version, and none is ever rewritten.
import type { CriterionChild, CriterionKind } from "@studydesk/domain/studies/criteria";
import { inStatements } from "../in-statements";
import type { Db } from "../open-database";

export interface StoredCriterion {
  label: string;
  kind: CriterionKind;
  heading: string | null;
  text: string;
  children: CriterionChild[];
}

/** The newest criteria version's number and items; undefined before the first. */
export async function findCurrentCriteria(
  db: Db,
  studyId: number,
): Promise<{ number: number; criteria: StoredCriterion[] } | undefined> {
  const version = await db
    .selectFrom("criteriaVersions")
    .select(["id", "number"])
    .where("studyId", "=", studyId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!version) return undefined;
  const rows = await db
    .selectFrom("criteria")
    .select(["label", "kind", "heading", "text", "children"])
    .where("criteriaVersionId", "=", version.id)
    .orderBy("position")
    .execute();
  const criteria = rows.map((row) => {
    const children: CriterionChild[] = JSON.parse(row.children);
    return { ...row, children };
  });
  return { number: version.number, criteria };
}

export async function addCriteriaVersion(
  trx: Db,
  studyId: number,
  version: { number: number; at: string; criteria: readonly StoredCriterion[] },
): Promise<void> {
  const { id } = await trx
    .insertInto("criteriaVersions")
    .values({ studyId, number: version.number, createdAt: version.at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rows = version.criteria.map((criterion, index) => ({
    criteriaVersionId: id,
    position: index + 1,
    kind: criterion.kind,
    label: criterion.label,
    heading: criterion.heading,
    text: criterion.text,
    children: JSON.stringify(criterion.children),
  }));
  for (const some of inStatements(rows)) {
    await trx.insertInto("criteria").values(some).execute();
  }
}
