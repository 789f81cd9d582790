// `studydesk sync-studies [NCT…]`: asks the registry for each study's record and takes over what changed,
// each study whole or not at all. Says what changed, and what to do where the network allows nothing.
import type { SyncOutcome } from "@studydesk/api/studies/sync-study";
import { listStudies } from "@studydesk/db/studies/study-queries";
import { DomainError } from "@studydesk/domain/errors";
import { countedChanges } from "@studydesk/domain/studies/study-change";
import type { Command } from "commander";
import { syncEach, wait } from "../../registry/sync-each";
import { addCommand } from "../add-command";
import { describeChanges } from "../describe-changes";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
  dryRun?: boolean;
}

const otherWay =
  "Download the record on another machine (on ClinicalTrials.gov open the study, choose Download, then JSON) and use: pnpm studydesk import-study FILE";

export function registerSyncStudies(program: Command): void {
  addCommand(
    program,
    "sync-studies [nctIds...]",
    "Takes over what changed on ClinicalTrials.gov; without NCT numbers for every study here.",
  )
    .option("--dry-run", "show what changed, store nothing")
    .action(async (given: string[], options: Options) => {
      const stopping = new AbortController();
      const stop = () => stopping.abort();
      process.once("SIGINT", stop);
      const { outcomes, asked } = await sync(given.map(readNctId), options, stopping.signal);
      process.off("SIGINT", stop);
      const notAsked = asked.slice(outcomes.length);
      tell(options, { studies: outcomes, notAsked }, [
        ...(asked.length === 0
          ? ["There is no study yet. Name one: sync-studies NCT01234567"]
          : []),
        ...outcomes.flatMap((outcome) => describe(outcome, options)),
        ...(notAsked.length > 0 ? [`Not asked for: ${notAsked.join(", ")}`] : []),
        ...(outcomes.some(isUnreached) ? [otherWay] : []),
      ]);
      if (stopping.signal.aborted) process.exitCode = 130;
      else if (asked.length > 0 && !outcomes.some(isFetched)) process.exitCode = 1;
    });
}

async function sync(given: readonly string[], options: Options, signal: AbortSignal) {
  const progress = createProgress(options);
  const outcomes: SyncOutcome[] = [];
  const asked = await withDeps(async (deps) => {
    const nctIds =
      given.length > 0 ? given : (await listStudies(deps.db, "all")).map(({ nctId }) => nctId);
    const isDryRun = options.dryRun ?? false;
    progress.update("Studies", 0, nctIds.length);
    for await (const outcome of syncEach(deps, nctIds, { signal, wait, isDryRun })) {
      outcomes.push(outcome);
      progress.update("Studies", outcomes.length, nctIds.length);
    }
    return nctIds;
  });
  progress.end();
  return { outcomes, asked };
}

function readNctId(given: string): string {
  const nctId = given.toUpperCase();
  if (/^NCT\d{8}$/.test(nctId)) return nctId;
  throw new DomainError("invalid", `${given} is no NCT number: "NCT" and eight digits.`);
}

function describe(outcome: SyncOutcome, { dryRun }: Options): string[] {
  const { nctId } = outcome;
  switch (outcome.result) {
    case "not_taken":
      return [`${nctId} not taken over: ${outcome.sentence}`];
    case "unchanged":
      return [`${nctId} unchanged`];
    case "new":
      return [`${nctId} ${dryRun ? "would be new" : "new"}: ${outcome.title}`];
    case "changed": {
      const version = outcome.criteriaVersion;
      const made = version === null ? "" : `, criteria version ${version} as a draft`;
      const would = dryRun ? " would be taken over" : "";
      return [
        `${nctId} ${countedChanges(outcome.changes.length)}${would}${made}`,
        ...describeChanges(outcome.changes),
      ];
    }
  }
}

function isUnreached(outcome: SyncOutcome): boolean {
  return outcome.result === "not_taken" && outcome.reason === "not_reached";
}

/** A record came, whether it was taken over or not. */
function isFetched(outcome: SyncOutcome): boolean {
  if (outcome.result !== "not_taken") return true;
  return outcome.reason === "older" || outcome.reason === "withheld";
}
