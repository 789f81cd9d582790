// PostgreSQL itself is killed while a server writes to it: whoever asks meanwhile is told so, the server goes on
// by itself once PostgreSQL has recovered, and all that was answered with success is there.
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { startPostgresServer } from "@studydesk/db/testing/start-postgres-server";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { buildFaultDesk } from "./support/build-desk";
import { isFull, tell } from "./support/figures";
import { addLead, makeAddress, signIn } from "./support/people";
import { startServer } from "./support/start-server";

const rounds = 6;
const eachRound = 60;
const writers = 4;
const waiting = { timeout: 60_000 };

// Not the PostgreSQL that all other tests use, so it takes one of its own.
it.runIf(isFull)(
  "tells who asks, goes on by itself, and has kept all that it answered with success",
  { timeout: 3_600_000 },
  async () => {
    const postgres = await startPostgresServer();
    onTestFinished(() => postgres.stop());
    const desk = await buildFaultDesk(async () => {
      const db = openDatabase(postgres.url);
      onTestFinished(() => db.destroy());
      await migrate(db);
      return { db, url: postgres.url };
    });
    const server = await startServer(desk);
    const cookie = await signIn(server.url, desk);
    const acknowledged: string[] = [];
    let told = 0;
    for (let round = 0; round < rounds; round += 1) {
      const goal = acknowledged.length + eachRound;
      const write = async () => {
        while (acknowledged.length < goal) {
          const email = makeAddress();
          const { status, body } = await addLead(server.url, cookie, desk, email);
          if (status === 200) acknowledged.push(email);
          else {
            expect(`${status} ${body}`).toMatch(/^503 .*The database does not answer/);
            told += 1;
          }
        }
      };
      const writing = Promise.all(Array.from({ length: writers }, write));
      await expect.poll(() => acknowledged.length, waiting).toBeGreaterThan(goal - eachRound / 2);
      await killPostgres(desk.db);
      await writing;
    }
    const leads = await desk.db.selectFrom("leads").select("email").execute();
    const kept = new Set(leads.map(({ email }) => email));
    expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
    expect(leads).toHaveLength(kept.size);
    tell("PostgreSQL killed", { rounds, acknowledged: acknowledged.length, lost: 0, told });
  },
);

/** When one of its processes is killed, it throws all of them and its memory away, and recovers from its log. */
async function killPostgres(db: ReturnType<typeof openDatabase>): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const [own] = rows;
  if (!own) throw new Error("PostgreSQL does not say which process this is.");
  process.kill(own.pid, "SIGKILL");
  await expect
    .poll(
      () =>
        sql`select 1`.execute(db).then(
          () => true,
          () => false,
        ),
      waiting,
    )
    .toBe(true);
}
