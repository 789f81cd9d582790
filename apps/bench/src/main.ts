// Measurements by name. Each starts the real programs on data of its own and prints what it saw. No test
// waits for them: a busy machine is slow, not wrong.
import { benchApi } from "./bench-api";
import { benchAudit } from "./bench-audit";
import { benchLighthouse } from "./bench-lighthouse";
import { benchOpenings } from "./bench-openings";
import { benchPage } from "./bench-page";
import { benchReports } from "./bench-reports";
import { benchSeed } from "./bench-seed";
import { benchUi } from "./bench-ui";

const benches: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  api: benchApi,
  audit: benchAudit,
  openings: benchOpenings,
  reports: benchReports,
  seed: benchSeed,
  ui: benchUi,
  page: benchPage,
  lighthouse: benchLighthouse,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench) await bench(args);
else {
  process.stderr.write(`Say which: ${Object.keys(benches).join(", ")}.\n`);
  process.exitCode = 1;
}
