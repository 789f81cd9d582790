import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { migrate } from "./migrate";
import { inTransaction, openDatabase } from "./open-database";
import { describeOnEveryEngine, openTestSqlite } from "./testing/every-engine";
import { findPort } from "./testing/find-port";

const site = {
  name: "Test Hospital",
  city: "Springfield",
  countryCode: "US",
  timeZone: "America/Chicago",
  promiseHours: 24,
  createdAt: "2026-01-01T00:00:00.000Z",
};

describeOnEveryEngine("openDatabase", (openTestDatabase, engine) => {
  it("keeps all of a transaction or nothing of it", async () => {
    const { db } = await openTestDatabase();
    await expect(
      inTransaction(db, async (trx) => {
        await trx.insertInto("sites").values(site).execute();
        throw new Error("stopped half-way");
      }),
    ).rejects.toThrow("stopped half-way");
    expect(await db.selectFrom("sites").selectAll().execute()).toEqual([]);
    await inTransaction(db, (trx) => trx.insertInto("sites").values(site).execute());
    expect(await db.selectFrom("sites").select("name").execute()).toEqual([{ name: site.name }]);
  });

  it("throws when the outer handle is used inside a transaction, and works again after it", async () => {
    const { db } = await openTestDatabase();
    await expect(
      inTransaction(db, async () => db.selectFrom("sites").selectAll().execute()),
    ).rejects.toThrow("outer db was used inside a transaction");
    await expect(
      inTransaction(db, async () => inTransaction(db, async () => undefined)),
    ).rejects.toThrow("outer db was used inside a transaction");
    expect(await db.selectFrom("sites").selectAll().execute()).toEqual([]);
  });

  it.runIf(engine === "postgres")(
    "outlives a connection that PostgreSQL drops amid a transaction, which leaves nothing behind (skipped on SQLite: it has no connection)",
    async () => {
      const { db, url } = await openTestDatabase();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      onTestFinished(() => other.end());
      const broken = inTransaction(db, async (trx) => {
        await trx.insertInto("sites").values(site).execute();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        const pid = rows[0]?.pid;
        await other.query("select pg_terminate_backend($1)", [pid]);
        // It goes while nothing is asked of it: that is when a driver has nobody to tell but the process.
        const living = () => other.query("select 1 from pg_stat_activity where pid = $1", [pid]);
        await expect.poll(async () => (await living()).rows).toEqual([]);
        await trx.selectFrom("sites").selectAll().execute();
      });
      // The server's last word, or the closed socket, whichever is heard first.
      await expect(broken).rejects.toThrow(/connection|ECONNRESET|EPIPE/i);
      expect(await db.selectFrom("sites").selectAll().execute()).toEqual([]);
    },
  );

  it("counts in numbers, not in text", async () => {
    const { db } = await openTestDatabase();
    const row = await db
      .selectFrom("sites")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(row.count).toBe(0);
  });

  it("refuses to change or delete an audit row", async () => {
    const { db } = await openTestDatabase();
    await db
      .insertInto("audit")
      .values({
        sequence: 1,
        at: site.createdAt,
        actorId: null,
        action: "a",
        subject: "b",
        subjectId: "1",
        siteId: null,
        details: "{}",
        previousSha256: "",
        sha256: "x",
      })
      .execute();
    await expect(sql`update audit set action = 'z'`.execute(db)).rejects.toThrow("never changed");
    await expect(sql`delete from audit`.execute(db)).rejects.toThrow("never changed");
  });
});

it("sets what durability needs on every SQLite connection", async () => {
  const { db, url } = await openTestSqlite();
  const second = openDatabase(url);
  for (const handle of [db, second]) {
    const read = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(handle)).rows[0] ?? {})[0];
    expect(await read("synchronous")).toBe(2);
    expect(await read("journal_mode")).toBe("wal");
    expect(await read("foreign_keys")).toBe(1);
    expect(await read("busy_timeout")).toBe(5000);
  }
  await second.destroy();
});

it("keeps the database file from other accounts of the machine", async () => {
  const { db, url } = await openTestSqlite();
  await db.insertInto("sites").values(site).execute();
  for (const file of [url, `${url}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("takes SQLite's write lock when a transaction begins", async () => {
  const { db, url } = await openTestSqlite();
  const stranger = new BetterSqlite(url, { timeout: 1 });
  await inTransaction(db, async (trx) => {
    await trx.selectFrom("sites").selectAll().execute();
    expect(() => stranger.exec("begin immediate")).toThrow("locked");
  });
  stranger.exec("begin immediate");
  stranger.close();
});

it("says what to do about a file that is damaged, or is none of a database", async () => {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-damaged-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "studydesk.db");
  writeFileSync(file, "This was a database once. ".repeat(200));
  expect(() => openDatabase(file)).toThrow(/damaged.*studydesk restore FILE/);
});

it("says what to do when PostgreSQL is not there", async () => {
  const db = openDatabase(`postgres://nobody@127.0.0.1:${await findPort()}/none`);
  await expect(migrate(db)).rejects.toThrow(/PostgreSQL does not answer\. Check DATABASE_URL/);
  await db.destroy();
});

it("keeps all that was there when the disk is full, and writes again once there is room", async () => {
  const { db } = await openTestSqlite();
  const pragma = (text: string) => sql`pragma ${sql.raw(text)}`.execute(db);
  await db.insertInto("sites").values(site).execute();
  await pragma("max_page_count = 1");
  const tooMuch = inTransaction(db, async (trx) => {
    await trx.insertInto("sites").values(site).execute();
    await trx
      .insertInto("sites")
      .values({ ...site, city: "x".repeat(200_000) })
      .execute();
  });
  await expect(tooMuch).rejects.toThrow("full");
  expect(await db.selectFrom("sites").select("name").execute()).toEqual([{ name: site.name }]);
  await pragma("max_page_count = 100000");
  await inTransaction(db, (trx) => trx.insertInto("sites").values(site).execute());
  expect(await db.selectFrom("sites").select("id").execute()).toHaveLength(2);
  expect((await pragma("integrity_check")).rows).toEqual([{ integrity_check: "ok" }]);
});

it("takes question marks within texts and names for what they are", async () => {
  const { db } = await openTestSqlite();
  const { rows } =
    await sql`select 'why? it''s ?' as "what?", ${"so?"} as answer, ${2} as two`.execute(db);
  expect(rows).toEqual([{ "what?": "why? it's ?", answer: "so?", two: 2 }]);
});
