// A registry file becomes studies: read, shown before anything is stored, then written whole. A record
// that did not change writes nothing; changed criteria make a draft of the questions.
import { inTransaction } from "@studydesk/db/open-database";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import { staleVersion } from "@studydesk/domain/errors";
import { compareStudy, type StudyComparison } from "@studydesk/domain/studies/compare-study";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { ImportStudyInput } from "@studydesk/domain/studies/study-inputs";
import type { Deps } from "../deps";
import { readStudyFile } from "./read-study-file";
import { lockImports, type StoredImport, storeStudy } from "./store-study";

type ImportDeps = Pick<Deps, "db" | "now" | "live">;

/** What confirming would do, or did. */
export interface StudyImportView extends StudyComparison {
  study: ImportedStudy;
}

/** What an import would store; stores nothing. Throws `invalid` with a sentence for a file that is no study. */
export async function previewStudyImport(
  deps: Pick<Deps, "db">,
  input: Pick<ImportStudyInput, "fileText">,
): Promise<(StudyImportView & { version: number | null })[]> {
  const previews: (StudyImportView & { version: number | null })[] = [];
  for (const { study } of readStudyFile(input.fileText)) {
    const stored = await findStudyByNctId(deps.db, study.nctId);
    const compared = compareStudy(stored?.imported, study);
    previews.push({ ...compared, study, version: stored?.version ?? null });
  }
  return previews;
}

/**
 * Stores every study of the file, or none. `actorId` is null for the command line. Throws `conflict`
 * when a study is no longer what `expectedVersions` says was compared.
 */
export async function importStudy(
  deps: ImportDeps,
  actorId: string | null,
  input: ImportStudyInput,
): Promise<(StudyImportView & StoredImport)[]> {
  const reads = readStudyFile(input.fileText);
  const how = { at: deps.now().toISOString(), actorId, source: "file" } as const;
  const done = await inTransaction(deps.db, async (trx) => {
    await lockImports(trx);
    const stored: (StudyImportView & StoredImport)[] = [];
    for (const read of reads) {
      const { nctId } = read.study;
      const expected = input.expectedVersions?.[nctId];
      const version = (await findStudyByNctId(trx, nctId))?.version ?? null;
      if (expected !== undefined && expected !== version) throw staleVersion("study", version ?? 0);
      stored.push({ ...(await storeStudy(trx, how, read)), study: read.study });
    }
    return stored;
  });
  deps.live.announce();
  return done;
}
