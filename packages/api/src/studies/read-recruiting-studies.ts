// The studies that take messages now, for the public list: newest first, a page at a time.
import { listRecruitingStudies } from "@studydesk/db/studies/study-page-queries";
import type { StudyList } from "@studydesk/domain/studies/study-page";
import type { Deps } from "../deps";

const pageSize = 50;

/** `before` is the `nextBefore` of the page before. */
export async function readRecruitingStudies(
  deps: Pick<Deps, "db">,
  before?: number,
): Promise<StudyList> {
  const rows = await listRecruitingStudies(deps.db, { before, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    studies: rows.slice(0, pageSize).map(({ nctId, title, imported, sites }) => ({
      nctId,
      title,
      conditions: imported.conditions,
      ...(imported.minimumAge ? { minimumAge: imported.minimumAge } : {}),
      ...(imported.maximumAge ? { maximumAge: imported.maximumAge } : {}),
      sex: imported.sex,
      phases: imported.phases,
      sites,
    })),
    ...(last ? { nextBefore: last.id } : {}),
  };
}
