// Attacks on sealed shares at their full length, and whether the time of an answer tells what the answer does
// not. The test command tries the same in short. Fails when one share gives more away than it may.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { timePairs } from "./openings/time-pairs";
import { attacks } from "./openings/try-attacks";
import { startDemo } from "./start-demo";

/** `--database postgres://…`: an empty one, for the attacks; without it they are tried on SQLite. */
export async function benchOpenings(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { pairs: { type: "string", default: "2000" }, database: { type: "string" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "studydesk-openings-"));
  try {
    const db = openDatabase(values.database ?? join(folder, "attacked.db"));
    try {
      await migrate(db);
      for (const attack of attacks) say(await attack(db));
    } finally {
      await db.destroy();
    }
    const data = join(folder, "demo");
    const demo = await startDemo(data);
    try {
      const port = Number(new URL(demo.url).port);
      for (const line of await timePairs(port, data, Number(values.pairs))) say(line);
    } finally {
      await demo.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
