// What was answered with success is there after `kill -9` in the middle of writing, and nothing is there by
// half; the next one starts by itself on what the killed one left. Mostly a program that does what a server does
// but for HTTP, since a start of it costs a twentieth of a server's.
import { setTimeout as wait } from "node:timers/promises";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import { requireSound } from "@studydesk/db/backups/require-sound";
import { isPostgresUrl, openDatabase } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { isFull, sized, tell } from "./support/figures";
import { addLead, makeAddress, readConsentText, sendForm, signIn } from "./support/people";
import { type ServerProcess, startServer } from "./support/start-server";
import { startWriter } from "./support/start-writer";

const programs = { rounds: sized(30, 60), each: 34 };
const servers = { rounds: sized(1, 34), each: sized(12, 30) };
const atOnce = 4;

interface Written {
  /** By visitors and by staff, answered with success. */
  acknowledged: Set<string>;
  /** Sent, and killed before the answer. */
  unanswered: Set<string>;
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
      const byProgram: Written = { acknowledged: new Set(), unanswered: new Set() };
      for (let round = 1; round <= programs.rounds; round += 1) {
        await killProgram(desk, `round-${round}`, byProgram);
        // What the last one left is the server's.
        if (round < programs.rounds) await expectAllKept(desk, [byProgram]);
      }
      const byServer: Written = { acknowledged: new Set(), unanswered: new Set() };
      for (let round = 1; round <= servers.rounds; round += 1) {
        const server = await startServer(desk);
        await expectAllKept(desk, [byProgram, byServer]);
        await killServer(server, desk, byServer);
      }
      const kept = await expectAllKept(desk, [byProgram, byServer]);
      await expectChainWhole(desk);
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

async function killProgram(desk: FaultDesk, name: string, written: Written): Promise<void> {
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
  { acknowledged, unanswered }: Written,
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

/** Gives who is there. */
async function expectAllKept(
  { databaseUrl }: FaultDesk,
  written: readonly Written[],
): Promise<Set<string>> {
  const db = openDatabase(databaseUrl);
  try {
    const leads = await db.selectFrom("leads").select("email").execute();
    const kept = new Set(leads.map(({ email }) => email ?? ""));
    const acknowledged = written.flatMap((some) => [...some.acknowledged]);
    expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
    // Nobody who did not write, and nobody twice.
    expect(leads).toHaveLength(kept.size);
    const known = new Set([...acknowledged, ...written.flatMap((some) => [...some.unanswered])]);
    expect([...kept].filter((email) => !known.has(email))).toEqual([]);
    expect(await countHalves(db)).toBe(0);
    await requireSound(db);
    return kept;
  } finally {
    await db.destroy();
  }
}

/** Every row as it was written, up to the end that is signed, and in SQLite's file every index, too. */
async function expectChainWhole({ databaseUrl }: FaultDesk): Promise<void> {
  const db = openDatabase(databaseUrl);
  const { sequence, signedUpTo } = await verifyDatabase(db).finally(() => db.destroy());
  expect(signedUpTo).toBe(sequence);
  if (!isPostgresUrl(databaseUrl)) expect(checkDatabase(databaseUrl)).toMatchObject({ ok: true });
}

/** Leads without what the same transaction wrote with them: to a visitor that is a mail, too. */
async function countHalves(db: ReturnType<typeof openDatabase>): Promise<number | undefined> {
  const { rows } = await sql<{ halves: number }>`
    select count(*) as halves from leads where
      not exists (select 1 from submissions where submissions."leadId" = leads.id)
      or not exists (select 1 from consents where consents."leadId" = leads.id)
      or not exists (select 1 from activities where activities."leadId" = leads.id)
      or not exists (select 1 from events
        where events.kind = 'lead' and events."subjectId" = cast(leads.id as text))
      or not exists (select 1 from audit
        where audit.subject = 'lead' and audit."subjectId" = cast(leads.id as text))
      or (source = 'study_page' and not exists (select 1 from outbox
        where outbox."leadId" = leads.id and outbox.kind = 'message_copy'))`.execute(db);
  return rows[0]?.halves;
}
