// What was answered with success is there after `kill -9` in the middle of writing, and nothing is there by
// half; the next one starts by itself on what the killed one left. Mostly a program that does what a server does
// but for HTTP, since a start of it costs a twentieth of a server's.
import { setTimeout as wait } from "node:timers/promises";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { expectAllKept, expectChainWhole } from "./support/expect-kept";
import { isFull, sized, tell } from "./support/figures";
import { addLead, makeAddress, readConsentText, sendForm, signIn } from "./support/people";
import { type ServerProcess, startServer } from "./support/start-server";
import { startWriter } from "./support/start-writer";

const programs = { rounds: sized(30, 60), each: 34 };
const servers = { rounds: sized(1, 34), each: sized(12, 30) };
const atOnce = 4;

type Heard = ReturnType<typeof nothingYet>;

function nothingYet() {
  return { acknowledged: new Set<string>(), unanswered: new Set<string>() };
}

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
        // What the last one left is the server's.
        if (round < programs.rounds) await expectAllKept(desk.databaseUrl, [byProgram]);
      }
      const byServer = nothingYet();
      for (let round = 1; round <= servers.rounds; round += 1) {
        const server = await startServer(desk);
        await expectAllKept(desk.databaseUrl, [byProgram, byServer]);
        await killServer(server, desk, byServer);
      }
      const kept = await expectAllKept(desk.databaseUrl, [byProgram, byServer]);
      await expectChainWhole(desk.databaseUrl);
      for (const [who, { rounds, each }, written] of [
        ["a program", programs, byProgram],
        ["a server", servers, byServer],
      ] as const) {
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

async function killServer(
  server: ServerProcess,
  desk: FaultDesk,
  { acknowledged, unanswered }: Heard,
): Promise<void> {
  const cookie = await signIn(server.url, desk);
  const consentText = await readConsentText(server.url, desk);
  let answered = 0;
  let killing: Promise<void> | undefined;

  async function write(byVisitor: boolean): Promise<void> {
    while (!killing) {
      const email = makeAddress();
      unanswered.add(email);
      try {
        const status = byVisitor
          ? await sendForm(server.url, desk, email, consentText)
          : (await addLead(server.url, cookie, desk, email)).status;
        expect(status).toBe(byVisitor ? 303 : 200);
      } catch (error) {
        if (killing) return;
        throw error;
      }
      unanswered.delete(email);
      acknowledged.add(email);
      answered += 1;
      // The others are in the middle of theirs.
      if (answered === servers.each) killing = server.kill();
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, at) => write(at % 2 === 0)));
  await killing;
}
