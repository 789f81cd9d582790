// `studydesk retention`: whom the studies' clocks erase next, as Home says it; with --run at once whoever is due and was
// told of for long enough, as the running server would within the hour.
import { readComing } from "@studydesk/api/retention/read-coming";
import { startRunsByCommand } from "@studydesk/api/retention/start-run";
import { workOnRetentionRun } from "@studydesk/api/retention/work-on-run";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { errorSentence, tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
  run?: boolean;
}

export function registerRetention(program: Command): void {
  addCommand(program, "retention", "Tells whom the studies' clocks erase next; a dry run.")
    .option("--run", "erase at once who is due and was told of on Home for fourteen days")
    .action(async (options: Options) => {
      const { coming, runs } = await withDeps(async (deps) => {
        const begun = options.run ? await startRunsByCommand(deps) : 0;
        while (options.run && (await workOnRetentionRun(deps, tellFault)));
        return { coming: await readComing(deps, "command"), runs: begun };
      });
      tell(options, { runs, coming }, [
        ...(options.run ? [runs === 0 ? "Nobody was erased." : `Runs done: ${runs}.`] : []),
        ...coming.map(
          ({ nctId, siteName, count, total, from }) =>
            `${nctId} at ${siteName}: ${count} from ${from.slice(0, 10)} on, ${total} within 30 days`,
        ),
        ...(coming.length === 0 ? ["Nobody falls due within 30 days."] : []),
      ]);
    });
}

function tellFault(error: unknown): void {
  process.stderr.write(`Not erased in full: ${errorSentence(error)}\n`);
}
