// Made-up criteria for tests, written straight into the database: a published version of a study's.
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import type { Db } from "../open-database";
import type { Row } from "../schema";

const madeAt = "2026-01-01T00:00:00.000Z";

/** The first half are inclusions. `lines`: those of an earlier version, in their order. */
export async function buildCriteriaVersion(
  db: Db,
  {
    studyId,
    number,
    questions,
    lines = [],
  }: { studyId: number; number: number; questions: number; lines?: readonly number[] },
): Promise<Row<"criteria">[]> {
  const version = await db
    .insertInto("criteriaVersions")
    .values({ studyId, number, origin: "team", createdAt: madeAt, publishedAt: madeAt })
    .returning("id")
    .executeTakeFirstOrThrow();
  const inclusions = Math.ceil(questions / 2);
  const criteria: Row<"criteria">[] = [];
  for (let index = 0; index < questions; index++) {
    const kind = index < inclusions ? "inclusion" : "exclusion";
    const row = await db
      .insertInto("criteria")
      .values({
        criteriaVersionId: version.id,
        lineId: lines[index] ?? 0,
        position: index,
        kind,
        label: index < inclusions ? `I${index + 1}` : `E${index + 1 - inclusions}`,
        heading: null,
        text: `Statement ${index + 1} of version ${number}`,
        children: "[]",
        wording: null,
        rule: JSON.stringify(usualRule(kind)),
        cost: "phone",
        doubt: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const lineId = row.lineId || row.id;
    await db.updateTable("criteria").set({ lineId }).where("id", "=", row.id).execute();
    criteria.push({ ...row, lineId });
  }
  return criteria;
}
