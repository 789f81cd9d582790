// The criteria of studies as reports name them: one line through all versions, in the words of the newest
// published one that has it.
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";

export interface CriterionLine {
  lineId: number;
  studyId: number;
  studyTitle: string;
  nctId: string;
  label: string;
  kind: CriterionKind;
  text: string;
  /** Of every version. */
  criterionIds: readonly number[];
}

/** Study by study, in the order of the criteria. */
export async function listCriterionLines(
  db: Db,
  studyIds: readonly number[],
): Promise<CriterionLine[]> {
  const rows = await db
    .selectFrom("criteria")
    .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
    .innerJoin("studies", "studies.id", "criteriaVersions.studyId")
    .select([
      "criteria.id",
      "criteria.lineId",
      "criteria.label",
      "criteria.kind",
      "criteria.text",
      "studies.id as studyId",
      "studies.title as studyTitle",
      "studies.nctId",
    ])
    .where(isAmong(db, "criteriaVersions.studyId", studyIds))
    .where("criteriaVersions.publishedAt", "is not", null)
    .orderBy("studies.id")
    .orderBy("criteriaVersions.number", "desc")
    .orderBy("criteria.position")
    .execute();
  return [...Map.groupBy(rows, ({ lineId }) => lineId).values()].flatMap((ofLine) => {
    const [newest] = ofLine;
    if (!newest) return [];
    const { id: _, ...line } = newest;
    return [{ ...line, criterionIds: ofLine.map(({ id }) => id) }];
  });
}

/** Studies that take part at these sites, or have leads there. */
export async function listStudiesAt(db: Db, siteIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom("studies")
    .select("studies.id")
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom("studySites")
            .select("studySites.id")
            .whereRef("studySites.studyId", "=", "studies.id")
            .where(isAmong(db, "studySites.siteId", siteIds)),
        ),
        eb.exists(
          eb
            .selectFrom("leads")
            .select("leads.id")
            .whereRef("leads.studyId", "=", "studies.id")
            .where(isAmong(db, "leads.siteId", siteIds)),
        ),
      ]),
    )
    .orderBy("studies.id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function listStudyTitles(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom("studies")
    .select(["id", "title"])
    .where(isAmong(db, "id", ids))
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
