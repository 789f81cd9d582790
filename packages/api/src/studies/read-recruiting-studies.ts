// The studies that take messages now, for the public list: newest first, a page at a time.
import { listRecruitingStudies } from "@studydesk/db/studies/study-page-queries";
import { listStudyTitles } from "@studydesk/db/studies/study-text-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { StudyList, StudyListItem } from "@studydesk/domain/studies/study-page";
import { applyStudyTexts } from "@studydesk/domain/studies/study-texts";
import type { Deps } from "../deps";
import { sha256 } from "../sha256";

const pageSize = 50;

/** `before` is the `nextBefore` of the page before. */
export async function readRecruitingStudies(
  deps: Pick<Deps, "db">,
  language: PublicLanguage,
  before?: number,
): Promise<StudyList> {
  const rows = await listRecruitingStudies(deps.db, { before, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  const shown = rows.slice(0, pageSize);
  const texts = await listStudyTitles(deps.db, { studyIds: shown.map(({ id }) => id), language });
  return {
    studies: shown.map(({ id, nctId, imported, sites }) => ({
      nctId,
      ...listedWords(imported, {
        language,
        texts: texts.filter(({ studyId }) => studyId === id),
      }),
      ...(imported.minimumAge ? { minimumAge: imported.minimumAge } : {}),
      ...(imported.maximumAge ? { maximumAge: imported.maximumAge } : {}),
      sex: imported.sex,
      phases: imported.phases,
      sites,
    })),
    ...(last ? { nextBefore: last.id } : {}),
  };
}

/** Title and conditions as the reader gets them; the rest of the study is not listed. */
function listedWords(
  { title, conditions }: ImportedStudy,
  reader: Parameters<typeof applyStudyTexts>[1],
): Pick<StudyListItem, "title" | "conditions" | "inEnglish"> {
  const criteria = { criteria: [], notes: [], doubts: [] };
  const words = applyStudyTexts({ title, conditions, criteria }, reader, sha256);
  return { title: words.title, conditions: words.conditions, inEnglish: words.inEnglish };
}
