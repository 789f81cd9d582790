import BetterSqlite from "better-sqlite3";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { sweepErased } from "./dialect";
import { openTestSqlite } from "./testing/every-engine";

it("says when another process keeps what was erased in the log, and sweeps once it is done", async () => {
  const { db, url } = await openTestSqlite();
  await sql`pragma busy_timeout = 0`.execute(db);
  const other = new BetterSqlite(url, { readonly: true });
  onTestFinished(() => void other.close());
  other.exec("begin");
  other.prepare("select count(*) from leads").get();
  await expect(sweepErased(db)).rejects.toThrow("another process");
  other.exec("commit");
  await sweepErased(db);
});
