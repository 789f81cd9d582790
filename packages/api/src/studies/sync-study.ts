// Takes over what the registry says of one study now, as one transaction: whole or not at all, and never
// backwards. Without a person: the command line and the server's own looks.
import { inTransaction } from "@studydesk/db/open-database";
import {
  saveRegistryCheck,
  saveRegistryProblem,
} from "@studydesk/db/studies/registry-check-queries";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import { compareStudy, type ImportEffect } from "@studydesk/domain/studies/compare-study";
import type { StudyChange } from "@studydesk/domain/studies/study-change";
import type { Deps } from "../deps";
import { lookUpStudy, type StudyLook } from "./look-up-study";
import { lockImports, storeStudy } from "./store-study";

export type SyncDeps = Pick<Deps, "db" | "now" | "live" | "registry">;
type Refusal = Extract<StudyLook, { ok: false }>["reason"] | "older";

export type SyncOutcome =
  | {
      nctId: string;
      result: ImportEffect;
      title: string;
      changes: StudyChange[];
      criteriaVersion: number | null;
    }
  /** What is stored stays as it was. */
  | { nctId: string; result: "not_taken"; reason: Refusal; sentence: string };

/** A dry run stores nothing, not even that somebody looked. */
export async function syncStudy(
  deps: SyncDeps,
  input: { nctId: string; isDryRun?: boolean },
  signal?: AbortSignal,
): Promise<SyncOutcome> {
  const { nctId } = input;
  const look = await lookUpStudy(deps.registry, nctId, signal);
  if (input.isDryRun) return compareOnly(deps, nctId, look);
  const outcome = await inTransaction(deps.db, async (trx): Promise<SyncOutcome> => {
    await lockImports(trx);
    const at = deps.now().toISOString();
    const stored = await findStudyByNctId(trx, nctId);
    const notTaken = async (reason: Refusal, sentence: string): Promise<SyncOutcome> => {
      if (stored) {
        await saveRegistryProblem(trx, { studyId: stored.id, checkedAt: at, problem: sentence });
      }
      return { nctId, result: "not_taken", reason, sentence };
    };
    if (!look.ok) return notTaken(look.reason, look.sentence);
    const { olderThan } = compareStudy(stored?.imported, look.read.study);
    if (olderThan !== null) return notTaken("older", olderSentence(olderThan));
    const how = { at, actorId: null, source: "registry" } as const;
    const { studyId, effect, changes, criteriaVersion } = await storeStudy(trx, how, look.read);
    await saveRegistryCheck(trx, {
      studyId,
      checkedAt: at,
      problem: null,
      foundRecord: null,
      foundSha256: null,
    });
    return { nctId, result: effect, title: look.read.study.title, changes, criteriaVersion };
  });
  deps.live.announce();
  return outcome;
}

async function compareOnly(
  deps: Pick<Deps, "db">,
  nctId: string,
  look: StudyLook,
): Promise<SyncOutcome> {
  if (!look.ok) return { nctId, result: "not_taken", reason: look.reason, sentence: look.sentence };
  const { study } = look.read;
  const stored = await findStudyByNctId(deps.db, nctId);
  const { effect, changes, olderThan } = compareStudy(stored?.imported, study);
  if (olderThan !== null) {
    return { nctId, result: "not_taken", reason: "older", sentence: olderSentence(olderThan) };
  }
  return { nctId, result: effect, title: study.title, changes, criteriaVersion: null };
}

function olderSentence(olderThan: string): string {
  return `The registry’s answer is older than the record stored here, which is of ${olderThan}.`;
}
