import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../open-database";
import { describeOnEveryEngine, openTestSqlite } from "../testing/every-engine";
import { requireSound } from "./require-sound";

const pageBytes = 4096;

/** As a start does: some damage shows before a single question is asked. */
async function openAndLook(file: string): Promise<void> {
  const db = openDatabase(file);
  try {
    await requireSound(db);
  } finally {
    await db.destroy();
  }
}

describeOnEveryEngine("a database that is whole", (openTestDatabase) => {
  it("may be served", async () => {
    const { db } = await openTestDatabase();
    await expect(requireSound(db)).resolves.toBeUndefined();
  });
});

it("serves no file with a damaged page, wherever the page is, and says how to restore", async () => {
  const { db, url } = await openTestSqlite();
  await db.destroy();
  const whole = readFileSync(url);
  const pages = whole.length / pageBytes;
  const file = join(dirname(url), "damaged.db");
  for (let page = 1; page < pages; page += Math.ceil(pages / 30)) {
    const damaged = Buffer.from(whole);
    // The page says what it is with its first byte, and with the next ones where its rows are.
    damaged.fill(0xa5, page * pageBytes, page * pageBytes + 8);
    writeFileSync(file, damaged);
    await expect(openAndLook(file), `page ${page + 1}`).rejects.toThrow(
      "pnpm studydesk restore FILE",
    );
  }
});

it("opens no file that begins as no database does", async () => {
  const { db, url } = await openTestSqlite();
  await db.destroy();
  const bytes = readFileSync(url);
  bytes.fill(0, 0, 16);
  writeFileSync(url, bytes);
  expect(() => openDatabase(url)).toThrow("pnpm studydesk restore FILE");
});
