// `pnpm serve`: real use. Refuses to run without what real use needs, and never serves demo data.
import "./as-in-production";
import { Command } from "commander";
import { readEnv } from "../env";
import { runProgram } from "./add-command";
import { buildStaleFrontEnds } from "./build-front-ends";
import { runServer } from "./run-server";

const program = new Command("serve")
  .description("Serves this installation. What it needs stands in the README's table.")
  .exitOverride()
  .action(async () => {
    const env = readEnv(process.env, "serve");
    // After an upgrade, too: yesterday's pages must not meet today's server.
    await buildStaleFrontEnds((line) => process.stderr.write(`${line}\n`));
    const { url } = await runServer(env);
    // The log has stdout to itself.
    process.stderr.write(`Studydesk runs at ${url}\n`);
  });

await runProgram(program, process.argv.slice(2));
