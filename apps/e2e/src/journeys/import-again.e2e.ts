// A study comes in again, changed: by a file that the owner gives and by the registry itself. What changes
// is shown before anything is stored, the public page follows, the history keeps it, and what this desk
// wrote for the page stays.
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { resolve } from "node:path";
import { startOwnDesk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

const recordFile = resolve(
  import.meta.dirname,
  "../../../server/src/demo/records/escc-radiotherapy.json",
);

function recordWith(change: (modules: Record<string, Record<string, unknown>>) => void): string {
  const record = JSON.parse(readFileSync(recordFile, "utf8"));
  change(record.protocolSection);
  return JSON.stringify(record);
}

const ownTitle = "Gentler radiation before an operation on the gullet";

async function startRegistry(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

// A desk with a registry of its own: the one that journeys share is not started for this.
test.use({ baseURL: "http://127.0.0.1" });

test("a changed record is shown, taken over, and kept in the history", async ({ page }) => {
  const younger = recordWith(({ eligibilityModule = {}, statusModule = {} }) => {
    eligibilityModule.maximumAge = "75 Years";
    eligibilityModule.eligibilityCriteria = String(eligibilityModule.eligibilityCriteria)
      .replace("younger than 80", "younger than 75")
      .replace("1. Metastatic", "1. Smokes\n2. Metastatic");
    statusModule.lastUpdatePostDateStruct = { date: "2026-10-01" };
  });
  let told = younger;
  const registry = await startRegistry((_, res) => void res.end(told));
  const desk = await startOwnDesk({ REGISTRY_URL: registry.url });
  try {
    await signIn(page, desk, "ada", "/desk/studies");
    const publicPage = `${desk.url}/studies/NCT06596954`;
    const readPage = async () => (await page.request.get(publicPage)).text();

    // The desk's own title for the page.
    await page.getByRole("link", { name: /Lymphocyte/ }).click();
    await page.getByRole("link", { name: "Texts of the page" }).click();
    await page.getByLabel("Title in English").fill(ownTitle);
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(readPage).toContain(ownTitle);

    // By hand: nothing is stored before it is confirmed.
    await page.goto(`${desk.url}/desk/studies/import`);
    const file = { name: "NCT06596954.json", mimeType: "application/json" };
    await page.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from(younger) });
    await expect(page.getByRole("heading", { name: "What changes" })).toBeVisible();
    await expect(page.getByText("Highest age changed")).toBeVisible();
    await expect(page.getByText("Numbers: 80 before, 75 after")).toBeVisible();
    await expect(page.getByText("Criterion E1 added")).toBeVisible();
    expect(await readPage()).not.toContain("younger than 75");
    await page.getByRole("button", { name: "Import 1 study" }).click();
    await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
    expect(await readPage()).toContain("younger than 75");

    // The history opens to what changed, word by word.
    await page
      .getByRole("main")
      .getByRole("link", { name: /Lymphocyte/ })
      .click();
    // People are asked as before, until somebody publishes the new criteria.
    await expect(page.getByRole("heading", { name: /^Criteria/ })).toContainText(
      "version 1 in force",
    );
    await expect(page.getByText("made criteria version 2")).toBeVisible();
    await page.getByText(/^Highest age changed/).click();
    await expect(page.locator("del").first()).toHaveText("80");
    await expect(page.locator("ins").first()).toHaveText("75");

    // By the registry: the same, then another title.
    const check = page.getByRole("button", { name: "Check the registry now" });
    await check.click();
    await expect(page.getByText("Nothing new")).toBeVisible();
    told = younger.replace("Lymphocyte-sparing Thoracic", "Lymphocyte-sparing (amended) Thoracic");
    await check.click();
    await page.getByRole("button", { name: "Take over 1 change" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /amended/ })).toBeVisible();
    await expect(page.getByText("Ada Lindqvist, from the registry")).toBeVisible();
    // What was written here stands, whatever the registry calls the study.
    expect(await readPage()).toContain(ownTitle);
  } finally {
    // A page that is open would miss its stream of news.
    await page.close();
    await desk.stop();
    await registry.stop();
  }
});
