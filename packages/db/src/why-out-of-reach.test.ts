import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, inject, it, onTestFinished } from "vitest";
import { addEvent } from "./events";
import { openDatabase } from "./open-database";
import { openTestSqlite } from "./testing/every-engine";
import { findPort } from "./testing/find-port";
import { startWay } from "./testing/start-way";
import { whyOutOfReach } from "./why-out-of-reach";

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const event = { kind: "lead", subjectId: "1", siteId: null, byUserId: null } as const;
const at = "2026-09-01T12:00:00.000Z";

it("knows a PostgreSQL that says nothing more, and asks again by a new connection", async () => {
  const way = await startWay(inject("postgresUrl"));
  const db = openDatabase(way.url, { statementMs: 20_000, silentMs: 300 });
  onTestFinished(() => db.destroy());
  await sql`select 1`.execute(db);
  way.freeze(true);
  expect(whyOutOfReach(await failureOf(sql`select 1`.execute(db)))).toBe("away");
  way.freeze(false);
  await sql`select 1`.execute(db);
});

it("knows a statement that takes too long, and the connection serves on", async () => {
  const db = openDatabase(inject("postgresUrl"), { statementMs: 100, silentMs: 20_000 });
  onTestFinished(() => db.destroy());
  expect(whyOutOfReach(await failureOf(sql`select pg_sleep(60)`.execute(db)))).toBe("busy");
  await sql`select 1`.execute(db);
});

it("knows a PostgreSQL that is not there, and a connection that was ended", async () => {
  const away = openDatabase(`postgres://nobody@127.0.0.1:${await findPort()}/none`);
  onTestFinished(() => away.destroy());
  expect(whyOutOfReach(await failureOf(sql`select 1`.execute(away)))).toBe("away");
  const db = openDatabase(inject("postgresUrl"));
  onTestFinished(() => db.destroy());
  const ended = sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
  expect(whyOutOfReach(await failureOf(ended))).toBe("away");
});

it("knows a SQLite file that another program holds, and a disk that is full, and changes nothing", async () => {
  const { db, url } = await openTestSqlite();
  const other = new BetterSqlite(url);
  onTestFinished(() => void other.close());
  await sql`pragma busy_timeout = 50`.execute(db);
  other.exec("begin immediate");
  expect(whyOutOfReach(await failureOf(addEvent(db, { ...event, at })))).toBe("busy");
  other.exec("rollback");
  await sql`pragma max_page_count = 1`.execute(db);
  const large = { ...event, subjectId: "9".repeat(5_000_000), at };
  expect(whyOutOfReach(await failureOf(addEvent(db, large)))).toBe("full");
  expect(await db.selectFrom("events").selectAll().execute()).toEqual([]);
});

it("takes no other failure for one of these", () => {
  expect(whyOutOfReach(new Error("no such table: leads"))).toBeUndefined();
  expect(whyOutOfReach(Object.assign(new Error(""), { code: "23505" }))).toBeUndefined();
  expect(whyOutOfReach("busy")).toBeUndefined();
});
