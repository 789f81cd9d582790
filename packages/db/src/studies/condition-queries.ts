// What the studies here are about, as a reader of one language gets it.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { Db } from "../open-database";

export interface StudyConditions {
  nctId: string;
  title: string;
  conditions: string[];
}

/** The newest study first; of one study when its number is given. */
export async function listStudyConditions(
  db: Db,
  language: PublicLanguage,
  nctId?: string,
): Promise<StudyConditions[]> {
  let query = db.selectFrom("studies").select(["id", "nctId", "title", "imported"]);
  if (nctId !== undefined) query = query.where("nctId", "=", nctId);
  const studies = await query.orderBy("id", "desc").execute();
  const worded = await db
    .selectFrom("studyTexts")
    .select(["studyId", "field", "text"])
    .where("language", "=", language)
    .where("field", "in", ["title", "conditions"])
    .execute();
  return studies.map(({ id, nctId, title, imported }) => {
    const own = (field: string) =>
      worded.find((text) => text.studyId === id && text.field === field)?.text;
    // Written by saveStudy from the very same type; nothing else writes this column.
    const { conditions }: ImportedStudy = JSON.parse(imported);
    const lines =
      own("conditions")
        ?.split("\n")
        .filter((line) => line.trim() !== "") ?? [];
    return {
      nctId,
      title: own("title") ?? title,
      conditions: lines.length > 0 ? lines : conditions,
    };
  });
}
