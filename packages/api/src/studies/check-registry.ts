// The owner's own look at the registry: what it found is kept and shown field by field, and taken over
// only when the owner says so. What is taken over is exactly the record that was shown.
import { inTransaction } from "@studydesk/db/open-database";
import {
  findRegistryCheck,
  saveRegistryCheck,
  saveRegistryProblem,
} from "@studydesk/db/studies/registry-check-queries";
import { findStudy } from "@studydesk/db/studies/study-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { compareStudy } from "@studydesk/domain/studies/compare-study";
import type { TakeOverInput } from "@studydesk/domain/studies/study-inputs";
import type { Deps } from "../deps";
import { lookUpStudy } from "./look-up-study";
import { readStudyFile } from "./read-study-file";
import { lockImports, type StoredImport, storeStudy } from "./store-study";

type CheckDeps = Pick<Deps, "db" | "now" | "live" | "registry">;

/** Keeps what the registry has, beside what is stored. Throws `not_found`. */
export async function checkRegistry(deps: CheckDeps, studyId: number): Promise<void> {
  const study = await findStudy(deps.db, studyId);
  if (!study) throw notFound("study");
  const look = await lookUpStudy(deps.registry, study.nctId);
  await inTransaction(deps.db, async (trx) => {
    await lockImports(trx);
    const checkedAt = deps.now().toISOString();
    if (!look.ok) {
      await saveRegistryProblem(trx, { studyId, checkedAt, problem: look.sentence });
      return;
    }
    const { record, sha256 } = look.read;
    const stored = await findStudy(trx, studyId);
    const { effect } = compareStudy(stored?.imported, look.read.study);
    const isFound = effect === "changed";
    await saveRegistryCheck(trx, {
      studyId,
      checkedAt,
      problem: null,
      foundRecord: isFound ? record : null,
      foundSha256: isFound ? sha256 : null,
    });
  });
}

/** Throws `conflict` when that record is no longer what was found last. */
export async function takeOver(
  deps: CheckDeps,
  viewer: Viewer,
  { studyId, sha256 }: TakeOverInput,
): Promise<StoredImport> {
  const stored = await inTransaction(deps.db, async (trx) => {
    await lockImports(trx);
    const check = await findRegistryCheck(trx, studyId);
    const isShown = check?.foundSha256 === sha256;
    const [read] = isShown && check.foundRecord ? readStudyFile(check.foundRecord) : [];
    if (!read) {
      throw new DomainError(
        "conflict",
        "This record has been taken over meanwhile, or the registry has another by now. Look at what is here, then check again.",
        { reason: "stale_version" },
      );
    }
    const how = {
      at: deps.now().toISOString(),
      actorId: viewer.userId,
      source: "registry",
    } as const;
    return storeStudy(trx, how, read);
  });
  deps.live.announce();
  return stored;
}
