// Which plain-language text a reader is shown: that of their language; the English one where the
// registry's summary would be English, too; none where the study team translated that summary.
import type { Db } from "@studydesk/db/open-database";
import { listPageOverviews } from "@studydesk/db/studies/overview-queries";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { PageOverview } from "@studydesk/domain/studies/overview";

export async function findPageOverview(
  db: Db,
  studyId: number,
  reader: { language: PublicLanguage; hasOwnSummary: boolean },
): Promise<PageOverview | undefined> {
  const published = await listPageOverviews(db, studyId, [reader.language, "en"]);
  const own = published.find(({ language }) => language === reader.language);
  return own ?? (reader.hasOwnSummary ? undefined : published[0]);
}
