// A desk whose study has criteria in a published version: one asked with yes or no, one by a number, one by a
// choice, and an exclusion.
import type { Db } from "@studydesk/db/open-database";
import type { NewRow } from "@studydesk/db/schema";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import { buildDesk } from "./build-desk";

type NewCriterion = Partial<NewRow<"criteria">> & Pick<NewRow<"criteria">, "label" | "kind">;

const rule = (given: AnswerRule) => JSON.stringify(given);

export const yesNoInclusion = rule({ kind: "yes_no", excludes: "no" });
const yesNoExclusion = rule({ kind: "yes_no", excludes: "yes" });

const age: AnswerRule = {
  ...{ kind: "number", unit: "years", excludes: "outside" },
  ...{ min: 18, minIncluded: true, max: 80, maxIncluded: true },
};
const smokes: AnswerRule = {
  kind: "choice",
  options: [
    { label: "Never", excludes: false },
    { label: "Every day", excludes: true },
  ],
};

const usual: readonly NewCriterion[] = [
  { label: "I1", kind: "inclusion", text: "Sleeps badly", wording: "Do you sleep badly?" },
  { label: "I2", kind: "inclusion", text: "Aged 18 to 80", rule: rule(age) },
  { label: "E1", kind: "exclusion", text: "Sleep apnoea", rule: yesNoExclusion, cost: "record" },
  { label: "E2", kind: "exclusion", text: "Smokes every day", rule: rule(smokes) },
];

/** Publishes a version; gives its id, and the criteria's ids by label. */
export async function buildVersion(
  db: Db,
  studyId: number,
  number: number,
  criteria: readonly NewCriterion[] = usual,
): Promise<{ id: number; criteria: Record<string, number> }> {
  const at = "2026-01-01T00:00:00.000Z";
  const { id } = await db
    .insertInto("criteriaVersions")
    .values({ studyId, number, createdAt: at, publishedAt: at, origin: "team" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const ids: Record<string, number> = {};
  for (const [position, criterion] of criteria.entries()) {
    const row = await db
      .insertInto("criteria")
      .values({
        criteriaVersionId: id,
        position: position + 1,
        lineId: 0,
        text: criterion.label,
        children: "[]",
        rule: yesNoInclusion,
        cost: "phone",
        ...criterion,
      })
      .returning(["id", "lineId"])
      .executeTakeFirstOrThrow();
    ids[criterion.label] = row.id;
    if (row.lineId !== 0) continue;
    await db.updateTable("criteria").set({ lineId: row.id }).where("id", "=", row.id).execute();
  }
  return { id, criteria: ids };
}

export async function buildScreening(db: Db) {
  const desk = await buildDesk(db);
  const version = await buildVersion(db, desk.lead.studyId, 1);
  const criterion = (label: string): number => {
    const id = version.criteria[label];
    if (id === undefined) throw new Error(`There is no criterion ${label}.`);
    return id;
  };
  return { ...desk, version, criterion };
}
