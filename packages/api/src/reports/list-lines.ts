// The criteria that a viewer's leads may have failed, to pick one as a filter and to name one that is.
import { listCriterionLines, listStudiesAt } from "@studydesk/db/reports/criterion-line-queries";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import type { Deps } from "../deps";

export interface CriterionLineView {
  lineId: number;
  label: string;
  kind: CriterionKind;
  text: string;
  studyId: number;
  studyTitle: string;
  nctId: string;
}

export async function listLines(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<CriterionLineView[]> {
  const lines = await listCriterionLines(db, await listStudiesAt(db, siteIdsOf(viewer)));
  return lines.map(({ criterionIds: _, ...line }) => line);
}
