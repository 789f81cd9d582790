// `pnpm serve` without a look at the front ends, for tests that start and kill a server many times: nothing of
// a fault is in a browser.
import { runServer } from "../cli/run-server";
import { readEnv } from "../env";

const { url } = await runServer(readEnv(process.env, "serve"));
process.stderr.write(`Studydesk runs at ${url}\n`);
