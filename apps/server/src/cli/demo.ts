// `pnpm start`: a demo on this machine alone, with made-up people, ready to be clicked through.
import "./as-in-production";
import { Command } from "commander";
import type { DemoAccount } from "../demo/prepare-demo";
import { prepareDemo } from "../demo/prepare-demo";
import { readEnv } from "../env";
import { runProgram } from "./add-command";
import { buildStaleFrontEnds } from "./build-front-ends";
import { clearDemoData } from "./clear-demo-data";
import { findFreePort } from "./find-free-port";
import { openInBrowser } from "./open-in-browser";
import { runServer } from "./run-server";
import { withDepsOf } from "./with-deps";

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface DemoOptions {
  fresh: boolean;
  open: boolean;
  build: boolean;
}

const program = new Command("start")
  .description("Starts the demo: made-up studies, people and leads, on this machine alone.")
  .option("--fresh", "throw the demo's data away and make them anew", false)
  .option("--no-open", "open no browser")
  .option("--no-build", "serve the pages as they were built last")
  .exitOverride()
  .action(async (options: DemoOptions) => {
    const asked = readEnv(process.env, "demo");
    const port = process.env.PORT ? asked.port : await findFreePort(asked.host, asked.port);
    const env = { ...asked, port };
    const dataFolder = asked.dataFolder ?? "";
    const wasThere = !(await clearDemoData(env, options.fresh));
    const [accounts] = await Promise.all([
      withDepsOf(env, (deps) => prepareDemo(deps, { dataFolder, log: say })),
      options.build ? buildStaleFrontEnds(say) : undefined,
    ]);
    const { url } = await runServer(env);
    say(describe(url, dataFolder, accounts, wasThere));
    if (options.open && process.stdout.isTTY) openInBrowser(`${url}/desk`);
  });

function describe(
  url: string,
  dataFolder: string,
  accounts: readonly DemoAccount[],
  wasThere: boolean,
): string {
  const file = `${dataFolder}/demo-accounts.json`;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const list = accounts.map(({ email, password, role, site }) => {
    const secret = wasThere ? "" : `  ${password}`;
    return `  ${email.padEnd(width)}${secret}  ${role}, ${site ?? "all sites"}`;
  });
  return [
    "",
    "Studydesk, demo: nobody here is real. Stop it with Ctrl+C.",
    "",
    `  A study's page   ${url}/studies/NCT06596954`,
    `  The desk         ${url}/desk`,
    `  The outbox       ${url}/desk/outbox`,
    "",
    wasThere
      ? `Accounts (their passwords are in ${file}):`
      : `Accounts, shown this once (and kept in ${file}):`,
    ...list,
    "",
  ].join("\n");
}

await runProgram(program, process.argv.slice(2));
