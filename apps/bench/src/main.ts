// Measurements by name. Each starts the real programs on data of its own and prints what it saw; none
// of them is a test, for this says how fast, never whether.
import { benchSeed } from "./bench-seed";

const benches: Readonly<Record<string, () => Promise<void>>> = { seed: benchSeed };

const name = process.argv[2] ?? "";
const bench = benches[name];
if (bench) await bench();
else {
  process.stderr.write(`Say which: ${Object.keys(benches).join(", ")}.\n`);
  process.exitCode = 1;
}
