import { statSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { inTransaction, openDatabase } from "./open-database";
import { describeOnEveryEngine, openTestSqlite } from "./testing/every-engine";

const site = {
  name: "Test Hospital",
  city: "Springfield",
  countryCode: "US",
  timeZone: "America/Chicago",
  promiseHours: 24,
  createdAt: "2026-01-01T00:00:00.000Z",
};

describeOnEveryEngine("openDatabase", (openTestDatabase) => {
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
