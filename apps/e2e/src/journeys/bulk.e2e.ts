// Hundreds of leads in one go, by keys alone: all that match are picked, changed, watched, and taken back
// as one; so is a single change.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Db, inTransaction, openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { expect, signIn, test } from "../desk/test";

const count = 300;
/** Nobody else of the demo speaks Basque. */
const address = `/desk/inbox?view=all&languages=${encodeURIComponent('["eu"]')}`;

test("a coordinator changes hundreds of leads and takes it all back", async ({ desk, page }) => {
  const { email } = desk.account("mei");
  const db = openDatabase(join(desk.folder, "studydesk.db"));
  try {
    await bringCrowd(db, email);
    const before = await readCrowd(db);
    await signIn(page, desk, "mei", address);
    const bar = page.getByRole("region", { name: "Picked leads" });
    const work = page.getByRole("region", { name: "Work on many leads" });

    // A few by key first; then all that match, whatever is loaded of them.
    await expect(page.getByRole("checkbox", { name: /^Select Crowd/ }).first()).toBeVisible();
    for (const key of ["j", "x", "Shift+J"]) await page.keyboard.press(key);
    await expect(bar.getByText(`2 picked of ${count}`)).toBeVisible();
    await press(page, "*", "s");
    await expect(bar.getByText(`All ${count} picked`)).toBeVisible();

    await press(page, "a");
    await expect(page.getByRole("menuitem", { name: "Take them" })).toBeFocused();
    await press(page, "Enter");
    await expect(work.getByText(`Assigned to you: ${count} leads.`)).toBeVisible();
    await press(page, "z");
    await expect(work.getByText(`Taken back: ${count} leads.`)).toBeVisible();
    expect(await readCrowd(db)).toEqual(before);

    // Three of them declined, and open again only because they ask.
    await press(page, "*", "s");
    await press(page, "s");
    for (const name of ["Pre-screening", "The person got in touch"]) {
      await page.getByRole("menuitem", { name }).press("Enter");
    }
    const moved = `Moved to Pre-screening: ${count - 3} leads. 3 leads stayed as they were.`;
    await expect(work.getByText(moved)).toBeVisible();
    await work.getByRole("button", { name: "Show the 3" }).press("Enter");
    const refusals = page.getByRole("dialog");
    await expect(refusals.getByRole("link", { name: /^Crowd/ })).toHaveCount(3);
    await expect(refusals.getByText(/^This person declined/)).toHaveCount(3);
    await press(page, "Escape");

    // What it was is known after a reload, too.
    await page.reload();
    await expect(work.getByText(moved)).toBeVisible();
    await press(page, "z");
    await expect(work.getByText(`Taken back: ${count - 3} leads.`)).toBeVisible();
    expect(await readCrowd(db)).toEqual(before);

    // One change of one lead, and z.
    await press(page, "j");
    await press(page, "a");
    await page.getByRole("menuitem", { name: "Take it" }).press("Enter");
    await expect(page.getByText(/^Crowd .* is yours\.$/)).toBeVisible();
    await press(page, "z");
    await expect(page.getByText(/Taken back: the owner\.$/)).toBeVisible();
    expect(await readCrowd(db)).toEqual(before);
  } finally {
    await db.destroy();
  }
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Closed leads of the person's own site: no queue and no other list of the day holds them. */
async function bringCrowd(db: Db, email: string): Promise<void> {
  const { siteId } = await db
    .selectFrom("siteRoles")
    .innerJoin("user", "user.id", "siteRoles.userId")
    .select("siteRoles.siteId")
    .where("user.email", "=", email)
    .executeTakeFirstOrThrow();
  const { id: studyId } = await db.selectFrom("studies").select("id").executeTakeFirstOrThrow();
  await inTransaction(db, async (trx) => {
    for (let made = 0; made < count; made += 1) {
      const name = { firstName: "Crowd", lastName: `Example ${made}` };
      const closed =
        made < 3
          ? ({ status: "declined", statusReason: "travel" } as const)
          : ({ status: "could_not_reach", statusReason: "no_other_way" } as const);
      const at = "2026-01-05T09:00:00.000Z";
      await buildLead(trx, {
        ...{ siteId, studyId, ...closed, ...name, createdAt: at, language: "eu" },
        email: `crowd-${made}@example.org`,
        firstContactAt: at,
      });
    }
  });
}

/** Everything about them but how often they were written. */
async function readCrowd(db: Db) {
  const leads = await db
    .selectFrom("leads")
    .selectAll()
    .where("language", "=", "eu")
    .orderBy("id")
    .execute();
  return leads.map(({ version, ...lead }) => lead);
}
