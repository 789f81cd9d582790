// A hostile table comes in through the browser: the server dies amid it and goes on after its start, every
// row is in or among the rejected ones, and the whole import can be taken back.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "@studydesk/db/open-database";
import { makeDeskFolder } from "../desk/desk-folder";
import { startDesk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

// A desk of its own: the one that journeys share is not started for this.
test.use({ baseURL: "http://127.0.0.1" });

const people = 2_000;

/** UTF-16 with a mark, semicolons, and in it everything that a table should not hold. */
function hostileTable(): Buffer {
  const rows = Array.from(
    { length: people },
    (_, n) => `Vorname${n};Nachname${n};tag${n}@example.com;"Zeile 1\nZeile 2; ""so"""`,
  );
  rows.splice(
    10,
    0,
    'Offen;"Ohne Ende;open@example.org;',
    `Riesig;${"x".repeat(5_000_000)};huge@example.org;`,
    '=HYPERLINK("http://example.com");Formel;formula@example.org;',
    "Noch;Einmal;TAG3@example.com;",
    "Falsch;Adresse;keine Adresse;",
    ";;;",
  );
  const text = `\ufeff${["First name;Last name;E-mail;Message", ...rows].join("\r\n")}`;
  return Buffer.from(text, "utf16le");
}

test("a hostile table comes in exactly once, although the server dies amid it, and goes again", async ({
  page,
}) => {
  const folder = makeDeskFolder();
  const before = await startDesk(folder);
  await signIn(page, before, "mei");
  await page.getByRole("link", { name: "Imports" }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "Tag der offenen Tür.csv",
    mimeType: "text/csv",
    buffer: hostileTable(),
  });
  await expect(page.getByRole("combobox", { name: "Letters" })).toHaveValue("Unicode (UTF-16)");
  await expect(page.getByRole("combobox", { name: "What “E-mail” holds" })).toHaveValue("E-mail");
  await page.getByLabel("Where they agreed").fill("Paper list of the open day");
  await page.getByLabel("On which day").fill("2026-03-01");
  await page.getByRole("button", { name: "Try the whole file" }).click();

  const start = page.getByRole("button", { name: "Import 2,001 leads" });
  await expect(start).toBeVisible();
  await expect(page.getByRole("list", { name: "Not taken" }).getByRole("listitem")).toHaveText([
    /1 the same person as an earlier row/,
    /1 not an e-mail address/,
    /1 a quotation mark is never closed/,
    /1 row is larger than 1 MB/,
  ]);
  await expect(page.getByText("The same person as row 4.")).toBeVisible();
  const begun = page.waitForResponse(/imports\.start/);
  await start.click();
  await begun;
  const place = new URL(page.url()).pathname;
  // Nothing of the page may ask a server that is gone.
  await page.goto("about:blank");

  const db = openDatabase(join(folder, "studydesk.db"));
  const readImport = () => db.selectFrom("leadImports").selectAll().executeTakeFirstOrThrow();
  await expect.poll(async () => (await readImport()).rowsRead, { intervals: [10] }).not.toBe(0);
  await before.kill();
  const left = await readImport();
  const { count } = await db
    .selectFrom("leads")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("importId", "=", left.id)
    .executeTakeFirstOrThrow();
  await db.destroy();
  expect(left.state, "killed amid it").toBe("importing");
  expect(count, "the counter and the leads are one").toBe(left.leadsMade);

  const after = await startDesk(folder);
  await page.goto(after.url + place);
  await expect(page.getByRole("heading", { name: "2,001 leads came in" })).toBeVisible();
  await expect(page.getByText("4 rows not taken")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the rows that were not taken" }).click(),
  ]);
  const rejected = readFileSync(await download.path(), "utf8");
  expect(rejected).toContain("The same person as row 4.,Noch,Einmal,TAG3@example.com");
  expect(rejected.trimEnd().split("\r\n")).toHaveLength(5);

  // One of them is worked on; all the others go again.
  await page.getByRole("link", { name: "See the leads" }).click();
  await page.getByRole("searchbox").fill("Vorname77 Nachname77");
  const row = page.getByRole("row", { name: /Vorname77 Nachname77/ });
  await row.getByRole("link").click();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(page.getByText("Imported from Tag der offenen Tür.csv, row 83")).toBeVisible();
  await page.keyboard.press("a");
  await page.getByRole("menuitem").first().click();
  await page.goto(after.url + place);
  await page.getByRole("button", { name: "Take the whole import back" }).click();
  await expect(page.getByText("2,000 leads removed, 1 kept")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "Vorname77 Nachname77" })).toBeVisible();
  await page.close();
  await after.stop();
  rmSync(folder, { recursive: true, force: true });
});
