// What the studies here are about.
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { Db } from "../open-database";

/** Every study's conditions as the registry writes them, the newest study's first. */
export async function listConditions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("studies").select("imported").orderBy("id", "desc").execute();
  return rows.flatMap(({ imported }) => {
    const { conditions }: ImportedStudy = JSON.parse(imported);
    return conditions;
  });
}
