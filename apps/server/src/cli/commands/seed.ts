// `studydesk seed --leads N --seed S`: large made-up data, the same for the same seed.
import { join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import { prepareDemo } from "../../demo/prepare-demo";
import { seedLeads } from "../../demo/seed-leads";
import type { Env } from "../../env";
import { readOrMakeSecret } from "../../secret-file";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

export function registerSeed(program: Command): void {
  addCommand(program, "seed", "Adds made-up leads to a demo, for trying and measuring.")
    .option("--leads <number>", "how many", "1000")
    .option("--seed <number>", "the same seed makes the same leads", "1")
    .option("--now <time>", "the day they lead up to (ISO-8601); left out: now")
    .action(async (options: { json?: boolean; leads: string; seed: string; now?: string }) => {
      const leads = wholeNumber("--leads", options.leads, 1, 5_000_000);
      const seed = wholeNumber("--seed", options.seed, 0, 4_294_967_295);
      const now = options.now === undefined ? new Date() : new Date(options.now);
      if (Number.isNaN(now.getTime())) {
        throw new DomainError("invalid", "--now is not a time. Write it as 2026-11-22T09:00:00Z.");
      }
      const progress = createProgress(options);
      const started = performance.now();
      const result = await withDeps(async (deps, env) => {
        await requireDemo(deps, env);
        return seedLeads(deps.db, {
          leads,
          seed,
          now,
          onProgress: (done) => progress.update("Leads", done, leads),
        });
      });
      progress.end();
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      tell(options, { ...result, seed, seconds }, [`${result.leads} leads made in ${seconds} s.`]);
    });
}

/** Makes the demo where nothing is yet; made-up people beside real ones could never be told apart again. */
async function requireDemo(deps: Deps, { dataFolder }: Env): Promise<void> {
  const installation = await findInstallation(deps.db);
  if (!installation && dataFolder !== undefined) {
    // Its own, as when `pnpm start` makes it.
    const keys = deriveSecretKeys(readOrMakeSecret(join(dataFolder, "secret")));
    const ours: Deps = Object.create(deps, { keys: { value: keys } });
    await prepareDemo(ours, { dataFolder, log: () => {} });
  } else if (!installation?.isDemo) {
    throw new DomainError(
      "rule_broken",
      "This is not a demo, and made-up leads are added to a demo alone. Set STUDYDESK_DATA to an empty folder for one.",
    );
  }
}

function wholeNumber(name: string, given: string, least: number, most: number): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new DomainError("invalid", `${name} takes a whole number from ${least} to ${most}.`);
  }
  return number;
}
