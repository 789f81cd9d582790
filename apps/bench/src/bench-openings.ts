// Attacks on sealed shares at their full length, and whether the time of an answer tells what the answer does
// not; on both engines. The test command tries the same in short. Fails when a share gives more away than it may.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { startPostgresServer } from "@studydesk/db/testing/start-postgres-server";
import { timePairs } from "./openings/time-pairs";
import { attacks } from "./openings/try-attacks";
import { startDemo } from "./start-demo";

/** `--pairs N` */
export async function benchOpenings(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { pairs: { type: "string", default: "2000" } } });
  const folder = mkdtempSync(join(tmpdir(), "studydesk-openings-"));
  try {
    await attack("SQLite", join(folder, "attacked.db"));
    const postgres = await startPostgresServer();
    try {
      await attack("PostgreSQL", postgres.url);
    } finally {
      await postgres.stop();
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

async function attack(engine: string, url: string): Promise<void> {
  say(`${engine}:`);
  const db = openDatabase(url);
  try {
    await migrate(db);
    for (const tryOne of attacks) say(`  ${await tryOne(db)}`);
  } finally {
    await db.destroy();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
