// A reader's own notes on a study's page: kept on the device, found again after the text was edited, told
// of when a number changed, shared sealed, taken back, cleared.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { selectWords } from "../desk/select-words";
import { expect, signIn, test } from "../desk/test";

// A share that was taken back answers 410.
test.use({ expectedFaults: [/status of 410/] });

const study = "/studies/NCT99000002";
const recordFile = resolve(
  import.meta.dirname,
  "../../../server/src/demo/records/knee-at-home.json",
);

async function noteOn(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words);
  await page.getByRole("button", { name: "Add a note", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "New note" });
  await expect(dialog).toContainText(words);
  await dialog.getByRole("textbox", { name: "Your note" }).fill(text);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your note is saved on this device.")).toBeVisible();
}

/** The words that a highlight of this kind covers. */
const highlighted = (page: Page, kind: string) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), kind);

test("a note outlives a reload, follows its words, and tells when a number changed", async ({
  browser,
  page,
  desk,
}) => {
  await page.goto(study);
  await noteOn(page, "a coach who calls once a week", "Who is the coach?");
  await noteOn(page, "at least 3 months", "Mine began in May.");
  // A draft that nobody saved is there again, too.
  await selectWords(page, "Osteoarthritis");
  await page.getByRole("button", { name: "Add a note", exact: true }).click();
  await page.getByRole("textbox", { name: "Your note" }).fill("Ask for the X-r");
  await page.reload();
  await expect(page.getByRole("button", { name: "Your notes (2)" })).toBeVisible();
  await page.getByRole("button", { name: "Go on writing" }).click();
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Ask for the X-r");
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await highlighted(page, "note")).toEqual([
    "a coach who calls once a week",
    "at least 3 months",
  ]);

  const changed = readFileSync(recordFile, "utf8")
    .replace("for at least 3 months", "for at least 6 months")
    .replace("Worn knees hurt", "New since May: parking is free. Worn knees hurt")
    .replace("a coach who calls", "a coach that calls");
  const owner = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await signIn(owner, desk, "ada", "/desk/studies/import");
  const file = { name: "NCT99000002.json", mimeType: "application/json" };
  await owner.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from(changed) });
  await owner.getByRole("button", { name: "Import 1 study" }).click();
  await expect(owner.getByRole("heading", { name: "Done" })).toBeVisible();
  await owner.context().close();

  await page.reload();
  await expect.poll(() => highlighted(page, "note")).toEqual(["a coach that calls once a week"]);
  expect(await highlighted(page, "note-changed")).toEqual(["at least 6 months"]);
  await page.getByRole("button", { name: "Note 2 on “at least 3 months”" }).click();
  const flag = page.getByText("The text changed here: 3 became 6. Look again.");
  await expect(flag).toBeVisible();
  await page.getByRole("button", { name: "I have looked" }).click();
  await expect(flag).toBeHidden();
  expect(await highlighted(page, "note-changed")).toEqual([]);
});

test("with the keyboard alone: a note on a part of a text, its list, a deletion taken back", async ({
  page,
}) => {
  await page.goto("/studies/NCT99000001");
  const add = page.getByRole("button", { name: /^Add a note: Eye disease/ });
  await add.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New note" });
  await expect(dialog).toContainText(
    "Your note is about “Eye disease that makes bright light unsafe”",
  );
  await expect(dialog.getByRole("textbox", { name: "The text" })).toBeFocused();
  await page.keyboard.type("Nothing can be written here");
  for (const _letter of "Eye disease") await page.keyboard.press("Shift+ArrowRight");
  await expect(dialog.getByText(/^Your note is about/)).toHaveText(/ “Eye disease”$/);
  await page.keyboard.press("Tab");
  await page.keyboard.type("I wear glasses.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Note 1 on “Eye disease”" })).toBeFocused();
  await expect(page.getByText("I wear glasses.")).toBeVisible();

  await page.getByRole("button", { name: "Your notes (1)" }).focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("dialog", { name: "Your notes" });
  await list.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(list.getByText("You have no notes on this page yet.")).toBeVisible();
  await list.getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(list.getByText("I wear glasses.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
});

test("two notes are shared with a passcode, opened elsewhere, taken back, and cleared here", async ({
  browser,
  page,
  desk,
}) => {
  await page.goto("/studies/NCT06596954");
  await noteOn(page, "younger than 80 years", "I am 79 in March.");
  await noteOn(page, "Pregnant or breastfeeding", "Does not concern me.");
  const other = await page.context().newPage();
  await other.goto("/studies/NCT06596954");
  await noteOn(other, "Metastatic", "This one stays mine.");
  // The first tab heard of it.
  await page.getByRole("button", { name: "Your notes (3)" }).click();
  await other.close();

  const list = page.getByRole("dialog", { name: "Your notes" });
  await list.getByRole("button", { name: "Share with a passcode" }).click();
  const share = page.getByRole("dialog", { name: "Share with a passcode" });
  await share.getByRole("checkbox", { name: "This one stays mine." }).uncheck();
  await share.getByLabel("Your name, if you like").fill("Amara");
  await share.getByLabel("A name for your own list").fill("for my daughter");
  await expect(share.locator(".share-preview")).toContainText("I am 79 in March.");
  await expect(share.locator(".share-preview")).not.toContainText("This one stays mine.");
  await share.getByRole("button", { name: "Seal and make a link" }).click();
  const ready = page.getByRole("dialog", { name: "Your link is ready" });
  const link = await ready.getByLabel("Link", { exact: true }).inputValue();
  const passcode = await ready.getByLabel("Passcode", { exact: true }).inputValue();
  expect(new URL(link).origin).toBe(desk.url);
  await expect(ready.getByRole("img", { name: "The link as a QR code" })).toBeVisible();
  await ready.getByRole("button", { name: "Done" }).click();

  // Somewhere else, in a Spanish browser.
  const daughter = await browser.newContext({ locale: "es-ES" });
  const reader = await daughter.newPage();
  const open = async () => {
    await reader.goto(link);
    await reader.reload();
    await reader.getByLabel("Clave").fill(passcode);
    await reader.getByRole("button", { name: "Abrir la nota" }).click();
  };
  await open();
  await expect(reader.getByRole("heading", { name: "2 notas de Amara" })).toBeVisible();
  await expect(reader.getByText("younger than 80 years")).toBeVisible();
  await expect(reader.getByText("This one stays mine.")).toHaveCount(0);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Your notes (3)" }).click();
  const own = list.getByRole("listitem").filter({ hasText: "for my daughter" });
  await expect(own).toContainText("Opens 4 more times");
  await expect(own).toContainText("Opened once");
  await own.getByRole("button", { name: "Take it back" }).click();
  await expect(own).toContainText("You took it back. Nobody can open it.");
  await open();
  await expect(reader.getByRole("heading", { name: "Este enlace fue retirado" })).toBeVisible();
  await daughter.close();

  await list.getByRole("button", { name: "Clear my notes" }).click();
  await list.getByRole("button", { name: "Yes, clear them" }).click();
  await expect(page.getByText("All your notes are gone from this device.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Your notes", exact: true })).toBeVisible();
  expect(await highlighted(page, "note")).toEqual([]);
});
