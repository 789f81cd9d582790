// A study's criteria by version: newer criteria make a further version, and a published one is never rewritten.
import { usualRule } from "@studydesk/domain/screening/judge-answer";
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

/** The version in force, its number and items; undefined before the first. */
export async function findCurrentCriteria(
  db: Db,
  studyId: number,
): Promise<{ number: number; criteria: StoredCriterion[] } | undefined> {
  const version = await db
    .selectFrom("criteriaVersions")
    .select(["id", "number"])
    .where("studyId", "=", studyId)
    .where("publishedAt", "is not", null)
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

export async function addCriteriaVersion(
  trx: Db,
  studyId: number,
  version: { number: number; at: string; criteria: readonly StoredCriterion[] },
): Promise<void> {
  const { id } = await trx
    .insertInto("criteriaVersions")
    .values({
      studyId,
      number: version.number,
      createdAt: version.at,
      origin: "registry",
      publishedAt: version.at,
    })
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
    lineId: 0,
    rule: JSON.stringify(usualRule(criterion.kind)),
    cost: "phone" as const,
  }));
  for (const some of inStatements(rows)) {
    await trx.insertInto("criteria").values(some).execute();
  }
  // Each begins a line of its own.
  await trx
    .updateTable("criteria")
    .set((eb) => ({ lineId: eb.ref("id") }))
    .where("criteriaVersionId", "=", id)
    .where("lineId", "=", 0)
    .execute();
}
