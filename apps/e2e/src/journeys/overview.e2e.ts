// A plain-language text from the first draft to its end: drafted by AI, a made-up claim marked and
// corrected, published by a named person, read on the public page with the line that says so, withdrawn.
import { startAi } from "../desk/start-ai";
import { startOwnDesk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

const draft = [
  "This study follows people whose food pipe is treated with radiation before an operation.",
  "It asks whether a gentler way of planning the radiation protects the white blood cells. Nobody knows yet.",
  "Taking part lasts 36 weeks.",
].join("\n\n");

test("a draft by AI is corrected, published by a person, and withdrawn", async ({ page }) => {
  const ai = await startAi();
  const desk = await startOwnDesk({ AI_BASE_URL: ai.url, AI_MODEL: "made-up-1" });
  try {
    const publicPage = `${desk.url}/studies/NCT06596954`;
    const readPage = async () => (await page.request.get(publicPage)).text();
    await signIn(page, desk, "ada", "/desk/studies");
    await page.getByRole("link", { name: /Lymphocyte/ }).click();
    await page.getByRole("link", { name: "Plain-language text" }).click();

    // The demo's own text goes first: the page falls back to the registry's at once.
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByRole("heading", { name: "Readers see a plain-language" })).toBeHidden();
    await expect.poll(readPage).not.toContain("written by AI");

    // A draft can be waited for, and stopped.
    const field = page.getByLabel("Plain-language text in English");
    await page.getByRole("button", { name: "Draft with AI" }).click();
    await expect(page.getByText(/^· [1-9]\d* s$/)).toBeVisible();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByRole("button", { name: "Draft with AI" })).toBeEnabled();
    await expect(field).toHaveValue("");
    ai.says(draft);
    await page.getByRole("button", { name: "Draft with AI" }).click();
    await expect(field).toHaveValue(draft);
    expect(ai.asked.at(-1)).toContain("Older than 18 years and younger than 80 years");
    expect(ai.asked.at(-1)).not.toMatch(/@example|555-01/);
    await expect(page.getByText("Drafted by AI (made-up-1)")).toBeVisible();
    await expect(page.getByText(/Reading grade \d+/)).toBeVisible();

    // The invented number is marked and holds the publication up.
    const publish = page.getByRole("button", { name: "Publish" });
    await expect(page.getByText("1 of 1 open")).toBeVisible();
    await expect(page.getByText("“36 weeks” is not in the registry text.")).toBeVisible();
    await expect(page.locator("mark")).toHaveText("36 weeks");
    await expect(publish).toBeDisabled();
    await field.fill(draft.replace("lasts 36 weeks", "takes some visits"));
    await expect(page.locator("mark")).toHaveCount(0);
    expect(await readPage()).not.toContain("takes some visits");
    await publish.click();
    await expect(page.getByText(/^In English, published by Ada Lindqvist/)).toBeVisible();

    // Readers see it at once, with the line that says what it is.
    await page.goto(publicPage);
    await expect(page.getByText("Taking part takes some visits.")).toBeVisible();
    await expect(
      page.getByText(/Plain-language summary written by AI, checked by the study team on/),
    ).toBeVisible();
    await page.getByRole("link", { name: "See the registry text" }).click();
    await expect(
      page.getByText(/Many people live longer with this order of treatment/),
    ).toBeVisible();

    // Withdrawn in one step, and kept in the history.
    await page.goto(`${desk.url}/desk/studies`);
    await page.getByRole("link", { name: /Lymphocyte/ }).click();
    await page.getByRole("link", { name: "Plain-language text" }).click();
    await page.getByRole("button", { name: "Withdraw" }).click();
    await expect(page.getByText(/taken down by Ada Lindqvist/).first()).toBeVisible();
    await expect.poll(readPage).not.toContain("takes some visits");
    expect(await readPage()).toContain("Many people live longer with this order of treatment");
  } finally {
    // A page that is open would miss its stream of news.
    await page.close();
    await desk.stop();
    await ai.stop();
  }
});
