// The demo's study pages in other languages: wordings by passage, as an admin would have written them.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { sha256 } from "@studydesk/api/sha256";
import { saveWording } from "@studydesk/api/studies/word-study";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { publicLanguages } from "@studydesk/domain/public-language";
import { studyPassages } from "@studydesk/domain/studies/study-passages";
import { z } from "zod";

const folder = join(import.meta.dirname, "study-texts");

/** Language, then the passage's field or label ("title", "I1"), then its wording. */
const wordingsSchema = z.partialRecord(z.enum(publicLanguages), z.record(z.string(), z.string()));

export async function wordDemoStudies(deps: Deps, author: Viewer): Promise<void> {
  for (const file of await readdir(folder)) {
    const study = await findStudyByNctId(deps.db, file.replace(".json", ""));
    if (!study) throw new Error(`${file} belongs to no study of the demo.`);
    const wordings = wordingsSchema.parse(JSON.parse(await readFile(join(folder, file), "utf8")));
    const passages = studyPassages(study.imported, sha256);
    for (const language of publicLanguages) {
      for (const [name, text] of Object.entries(wordings[language] ?? {})) {
        const passage = passages.find(({ field, label }) => field === name || label === name);
        if (!passage) throw new Error(`${file} words ${name}, which the study does not have.`);
        const { field, sourceSha256 } = passage;
        const place = { studyId: study.id, language, field };
        await saveWording(deps, author, { ...place, text, sourceSha256, expectedVersion: null });
      }
    }
  }
}
