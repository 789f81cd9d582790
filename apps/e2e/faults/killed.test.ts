// What was answered with success is there after `kill -9` in the middle of writing, and nothing is there by
// half; the next one starts by itself on what the killed one left. Mostly a program that does what a server does
// but for HTTP, since a start of it costs a twentieth of a server's.
import { setTimeout as wait } from "node:timers/promises";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { expectAllKept, expectChainWhole } from "./support/expect-kept";
import { isFull, sized, tell } from "./support/figures";
import { startServer } from "./support/start-server";
import { startWriter } from "./support/start-writer";
import { type Heard, nothingYet, writeUntilKilled } from "./support/write-until-killed";

const programs = { rounds: sized(30, 60), each: 34 };
// In short two real servers are killed in two-servers.test.ts, which has started them anyway.
const servers = { rounds: sized(0, 34), each: 30 };

describeOnEveryEngine("what is killed while it writes", (openTestDatabase, engine) => {
  // Both make their commits by the same code: in short, one of them stands for it.
  it.runIf(isFull || engine === "sqlite")(
    "has kept all that it answered with success, each with all that belongs to it",
    { timeout: sized(240_000, 3_600_000) },
    async () => {
      const desk = await buildFaultDesk(openTestDatabase);
      // Nobody else holds the file open: whatever the killed one left is the next one's to mend.
      await desk.db.destroy();
      const byProgram = nothingYet();
      for (let round = 1; round <= programs.rounds; round += 1) {
        await killProgram(desk, `round-${round}`, byProgram);
        // What the last one left is the server's to mend.
        if (round < programs.rounds) await expectAllKept(desk.databaseUrl, [byProgram]);
      }
      for (const who of ["visitor-", "staff-"]) {
        const theirs = [...byProgram.acknowledged].filter((email) => email.startsWith(who));
        expect(theirs.length).toBeGreaterThan((programs.rounds * programs.each) / 4);
      }
      const byServer = nothingYet();
      for (let round = 1; round <= servers.rounds; round += 1) {
        const server = await startServer(desk);
        await expectAllKept(desk.databaseUrl, [byProgram, byServer]);
        await writeUntilKilled(server, desk, byServer, servers.each);
      }
      const kept = await expectAllKept(desk.databaseUrl, [byProgram, byServer]);
      await expectChainWhole(desk.databaseUrl);
      for (const [who, { rounds, each }, written] of [
        ["a program", programs, byProgram],
        ["a server", servers, byServer],
      ] as const) {
        if (rounds === 0) continue;
        expect(written.acknowledged.size).toBeGreaterThanOrEqual(rounds * each);
        tell(`${who} killed while it writes, ${engine}`, {
          rounds,
          "acknowledged writes": written.acknowledged.size,
          lost: 0,
          "sent without an answer": written.unanswered.size,
          "of these kept whole": [...written.unanswered].filter((email) => kept.has(email)).length,
        });
      }
    },
  );
});

async function killProgram(desk: FaultDesk, name: string, written: Heard): Promise<void> {
  const writer = await startWriter(desk, name);
  await writer.hasKept(programs.each);
  // A moment that nothing in the program chose.
  await wait(10 * Math.random());
  await writer.kill();
  for (const email of writer.begun) {
    (writer.kept.has(email) ? written.acknowledged : written.unanswered).add(email);
  }
}
