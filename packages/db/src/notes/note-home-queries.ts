// What notes hang on, by name. Whoever asks was found to see it.
import { fullName } from "@studydesk/domain/leads/full-name";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";

export interface HomeTitle {
  /** The lead's name, or the study's title. */
  homeTitle: string;
  /** Null: of a study. */
  siteName: string | null;
}

export async function listHomeTitles(
  db: Db,
  homes: readonly NoteHome[],
): Promise<(home: NoteHome) => HomeTitle> {
  const leads = await db
    .selectFrom("leads")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .select(["leads.id", "leads.firstName", "leads.lastName", "sites.name as siteName"])
    .where(
      isAmong(
        db,
        "leads.id",
        homes.flatMap((home) => ("leadId" in home ? home.leadId : [])),
      ),
    )
    .execute();
  const studies = await db
    .selectFrom("studies")
    .select(["id", "title"])
    .where(
      isAmong(
        db,
        "id",
        homes.flatMap((home) => ("studyId" in home ? home.studyId : [])),
      ),
    )
    .execute();
  const titles = new Map<string, HomeTitle>();
  for (const { id, siteName, ...lead } of leads) {
    titles.set(JSON.stringify({ leadId: id }), { homeTitle: fullName(lead), siteName });
  }
  for (const { id, title } of studies) {
    titles.set(JSON.stringify({ studyId: id }), { homeTitle: title, siteName: null });
  }
  return (home) => titles.get(JSON.stringify(home)) ?? { homeTitle: "", siteName: null };
}
