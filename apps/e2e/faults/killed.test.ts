// What was answered with success is there after `kill -9` in the middle of writing, and nothing is there by
// half; the next server starts by itself on what the killed one left.
import { openDatabase } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { isFull, sized, tell } from "./support/figures";
import { addLead, makeAddress, readConsentText, sendForm, signIn } from "./support/people";
import { type ServerProcess, startServer } from "./support/start-server";

const writers = 4;

interface Written {
  /** By visitors and by staff, answered with success. */
  acknowledged: Set<string>;
  /** Sent, and the server was killed before it answered. */
  unanswered: Set<string>;
}

describeOnEveryEngine("a server that is killed while it writes", (openTestDatabase, engine) => {
  const rounds = sized(3, 34);
  const eachRound = sized(12, 30);

  // Both make their commits by the same code: in short, one of them stands for it.
  it.runIf(isFull || engine === "sqlite")(
    "has kept all that it answered with success, each with all that belongs to it",
    {
      timeout: sized(240_000, 3_600_000),
    },
    async () => {
      const desk = await buildFaultDesk(openTestDatabase);
      // Nobody else holds the file open: whatever the killed server left is the next one's to mend.
      await desk.db.destroy();
      const written: Written = { acknowledged: new Set(), unanswered: new Set() };
      for (let round = 0; round < rounds; round += 1) {
        const server = await startServer(desk);
        if (round > 0) await expectAllKept(desk, written);
        await writeUntilKilled(server, desk, written, eachRound);
      }
      await startServer(desk);
      const { kept } = await expectAllKept(desk, written);
      expect(written.acknowledged.size).toBeGreaterThanOrEqual(rounds * eachRound);
      tell(`killed while it writes, ${engine}`, {
        rounds,
        "acknowledged writes": written.acknowledged.size,
        lost: 0,
        "sent without an answer": written.unanswered.size,
        "of these kept whole": kept - written.acknowledged.size,
      });
    },
  );
});

async function writeUntilKilled(
  server: ServerProcess,
  desk: FaultDesk,
  { acknowledged, unanswered }: Written,
  most: number,
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
      if (answered === most) killing = server.kill();
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, at) => write(at % 2 === 0)));
  await killing;
}

async function expectAllKept(
  { databaseUrl }: FaultDesk,
  { acknowledged, unanswered }: Written,
): Promise<{ kept: number }> {
  const db = openDatabase(databaseUrl);
  try {
    const leads = await db.selectFrom("leads").select(["id", "email"]).execute();
    const kept = new Set(leads.map(({ email }) => email));
    expect([...acknowledged].filter((email) => !kept.has(email))).toEqual([]);
    // Nobody who did not write, and nobody twice.
    expect(leads).toHaveLength(kept.size);
    const known = new Set([...acknowledged, ...unanswered]);
    expect(leads.filter(({ email }) => !known.has(email ?? ""))).toEqual([]);
    // Consent, an event and the audit were written with each, by the same transaction.
    const { rows } = await sql<{ halves: number }>`
      select count(*) as halves from leads where
        not exists (select 1 from consents where consents."leadId" = leads.id)
        or not exists (select 1 from events
          where events.kind = 'lead' and events."subjectId" = cast(leads.id as text))
        or not exists (select 1 from audit
          where audit.subject = 'lead' and audit."subjectId" = cast(leads.id as text))`.execute(db);
    expect(rows[0]?.halves).toBe(0);
    return { kept: kept.size };
  } finally {
    await db.destroy();
  }
}
