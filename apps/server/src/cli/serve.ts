// `pnpm serve`: real use. Refuses to run without what real use needs, and never serves demo data.
import { Command } from "commander";
import { readEnv } from "../env";
import { runProgram } from "./add-command";
import { missingFrontEnds } from "./build-front-ends";
import { runServer } from "./run-server";

const program = new Command("serve")
  .description("Serves this installation. What it needs stands in the README's table.")
  .exitOverride()
  .action(async () => {
    const env = readEnv(process.env, "serve");
    const missing = missingFrontEnds();
    if (missing.length > 0) {
      throw new Error(
        `Not built yet: ${missing.join(", ")}. Run \`pnpm build\`, then start again.`,
      );
    }
    const { url } = await runServer(env);
    // The log has stdout to itself.
    process.stderr.write(`Studydesk runs at ${url}\n`);
  });

await runProgram(program, process.argv.slice(2));
