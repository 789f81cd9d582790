// The study team words its page in Spanish: what is saved stands on the public page at once, nobody's
// save is overwritten unseen, questions and consent have wordings of their own, and a changed criterion
// never keeps its old words.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { expect, letIn, test } from "../desk/test";

// A save that came too late is answered with a conflict, which shows in the console.
test.use({ expectedFaults: [/status of 409/], ownDesk: true });

const record = resolve(
  import.meta.dirname,
  "../../../server/src/demo/records/escc-radiotherapy.json",
);
const study = "/studies/NCT06596954";

async function openTexts(page: Page): Promise<void> {
  await page.goto("/desk/studies");
  await page
    .getByRole("link", { name: /Lymphocyte/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Texts of the page" }).click();
  await page.getByRole("link", { name: /^Spanish/ }).click();
  await expect(page.getByLabel("Title in Spanish")).toHaveValue(/./);
}

const saved = (page: Page) => page.getByRole("alert").filter({ hasText: "Saved" }).first();

test("a page is worded, twice at once, and after the registry changed a number", async ({
  browser,
  page,
  desk,
}) => {
  await letIn(page.request, desk, "ada");
  await openTexts(page);
  const elsewhere = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await letIn(elsewhere.request, desk, "ada");
  await openTexts(elsewhere);
  const reader = await (await browser.newContext({ baseURL: desk.url })).newPage();

  const title = page.getByLabel("Title in Spanish");
  await title.fill("Radioterapia que cuida sus defensas");
  // What is typed outlives a reload, and is not yet what the page says.
  await page.reload();
  await expect(title).toHaveValue("Radioterapia que cuida sus defensas");
  await elsewhere.getByLabel("Title in Spanish").fill("Otra redacción");
  await elsewhere.getByRole("button", { name: "Save" }).click();
  await expect(saved(elsewhere)).toBeVisible();
  await reader.goto(`/es${study}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Otra redacción");

  await expect(page.getByText("saved this text while you were at it")).toBeVisible();
  await expect(page.getByRole("blockquote")).toHaveText("Otra redacción");
  await page.getByRole("button", { name: "Keep what I typed" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(saved(page)).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
    "Radioterapia que cuida sus defensas",
  );

  // A question of the study's own.
  await page.getByRole("link", { name: "Common questions" }).click();
  await page.getByRole("textbox", { name: "Question 1" }).fill("¿Hay aparcamiento?");
  await page.getByRole("button", { name: "Move question 1 down" }).click();
  await expect(page.getByRole("textbox", { name: "Question 2" })).toHaveValue("¿Hay aparcamiento?");
  await page.getByRole("button", { name: "Save the questions" }).click();
  await expect(page.getByText("These are this study’s own questions")).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("¿Hay aparcamiento?")).toBeVisible();

  // A wording of the consent.
  await page.getByRole("link", { name: "Consent to contact" }).click();
  await page
    .getByLabel("Wording 1")
    .fill("El equipo puede llamarme por teléfono sobre este estudio.");
  await page.getByRole("button", { name: "Publish as wording 1" }).click();
  await expect(page.getByRole("heading", { name: "Wording 1, in force" })).toBeVisible();
  await reader.reload();
  await expect(reader.getByLabel(/El equipo puede llamarme/)).toBeVisible();

  // The registry changes an age: the old words go, and the desk offers them as a start.
  const changed = readFileSync(record, "utf8").replaceAll("younger than 80", "younger than 85");
  const buffer = Buffer.from(changed);
  await page.goto("/desk/studies/import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "changed.json", mimeType: "application/json", buffer });
  await page.getByRole("button", { name: /^Import 1 study/ }).click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("younger than 85")).toHaveAttribute("lang", "en");
  await expect(reader.getByText("menos de 80")).toHaveCount(0);
  await openTexts(page);
  await page.getByLabel("Only what wants work").check();
  await expect(page.getByText("The registry changed this criterion")).toHaveCount(1);
  await page.getByRole("button", { name: "Start from the earlier wording" }).click();
  await expect(page.getByLabel("Criterion I4 in Spanish")).toHaveValue(/menos de 80/);
});
