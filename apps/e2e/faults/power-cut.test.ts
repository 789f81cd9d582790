// The power goes out: of what a program had written, the disk has what was synced, and of the rest whatever it
// happened to have written, in any order and torn. What the program told the system is taken down by strace and
// replayed up to moments that nobody chose: each database opens, with all that was acknowledged by then.
import { spawnSync } from "node:child_process";
import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk } from "./support/build-desk";
import { expectAllKept, expectChainWhole } from "./support/expect-kept";
import { isFull, tell } from "./support/figures";
import { createReplayedDisk } from "./support/replayed-disk";
import { startWriter } from "./support/start-writer";

const writes = 400;
/** Of every so many calls, one is the last before the power goes out. */
const callsBetween = 250;
const hasStrace = spawnSync("strace", ["-V"]).status === 0;

it.runIf(isFull && hasStrace)(
  "leaves all that was answered with success, whatever of the rest is on the disk (skipped: the short form, or no strace)",
  { timeout: 3_600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    await desk.db.destroy();
    const log = join(desk.folder, "strace");
    const wal = `${desk.databaseUrl}-wal`;
    const disk = createReplayedDisk([desk.databaseUrl, wal]);
    const traced = "trace=pwrite64,ftruncate,fsync,fdatasync,unlink,write";
    const words = ["-D", "-qq", "-y", "-xx", "-s", "70000", "-e", traced, "-o", log];
    const writer = await startWriter(desk, "cut", ["strace", ...words]);
    await writer.hasKept(writes);
    await writer.kill();

    const acknowledged = new Set<string>();
    const begun = new Set<string>();
    let calls = 0;
    let nextCut = callsBetween;
    let cuts = 0;
    let lostUnsynced = 0;
    const leaveDisk = async (look: (file: string) => Promise<void>, but?: string) => {
      const place = join(desk.folder, "after");
      mkdirSync(place);
      disk.leave(place, but);
      await look(join(place, "studydesk.db")).finally(() => rmSync(place, { recursive: true }));
    };
    for await (const line of createInterface(createReadStream(log))) {
      const [word, email = ""] = disk.replay(line)?.trim().split(" ") ?? [];
      if (word === "begun") begun.add(email);
      if (word === "kept") acknowledged.add(email);
      calls += 1;
      if (calls < nextCut) continue;
      nextCut += Math.ceil(2 * callsBetween * Math.random());
      cuts += 1;
      const written = [{ acknowledged, unanswered: begun }];
      await leaveDisk(async (file) => {
        await expectAllKept(file, written);
        await expectChainWhole(file);
      });
      // That this would find a sync too few.
      const unsynced = leaveDisk(async (file) => void (await expectAllKept(file, written)), wal);
      await unsynced.catch(() => {
        lostUnsynced += 1;
      });
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(writes);
    expect(lostUnsynced).toBeGreaterThan(0);
    tell("the power goes out", {
      "acknowledged writes": acknowledged.size,
      moments: cuts,
      lost: 0,
      "moments that would have lost some with one sync fewer": lostUnsynced,
    });
  },
);
