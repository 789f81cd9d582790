// The demo's plain-language text: drafted, checked and published on the way that every such text takes.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { draftOverview } from "@studydesk/api/studies/draft-overview";
import { readOverview } from "@studydesk/api/studies/overview-view";
import { publishOverview } from "@studydesk/api/studies/publish-overview";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { readPublicLanguage } from "@studydesk/domain/public-language";
import { createClaimCheck } from "@studydesk/domain/studies/check-claims";

const folder = join(import.meta.dirname, "overviews");

/** Files are named after study and language: `NCT06596954.en.txt`. */
export async function publishDemoOverviews(deps: Deps, author: Viewer): Promise<void> {
  // Named one by one: a command's deps refuse what it was not given, and copying them all would ask.
  const { db, now, live, limits } = deps;
  for (const file of await readdir(folder)) {
    const [nctId = "", tag] = file.split(".");
    const study = await findStudyByNctId(deps.db, nctId);
    const language = readPublicLanguage(tag);
    if (!study || !language) throw new Error(`${file} belongs to no study of the demo.`);
    const place = { studyId: study.id, language };
    const text = (await readFile(join(folder, file), "utf8")).trim();
    const write = async () => ({ text, model: "demo" });
    const draft = await draftOverview(
      { db, now, live, limits, draftOverview: write },
      author,
      { ...place, expectedVersion: null },
      undefined,
    );
    const { registry } = await readOverview(deps, author, place);
    const findings = createClaimCheck(registry.text)(text, language);
    await publishOverview(deps, author, {
      overviewId: draft.id,
      expectedVersion: draft.version,
      sourceSha256: registry.sha256,
      checkedFindings: findings.map(({ key }) => key),
    });
  }
}
