// Two people on one lead at once: they see each other, what they do to different facts is all there, and
// where both wrote the same nothing is overwritten before somebody has seen both.
import { expect, letIn, signIn, test } from "../desk/test";

test("crossing edits of one lead keep both people's work", async ({ browser, desk, page }) => {
  const elsewhere = await browser.newContext();
  const ada = await elsewhere.newPage();
  await letIn(ada.request, desk, "ada");
  await signIn(page, desk, "mei", "/desk/inbox?view=mine");
  const link = await page.locator("main a[href*='lead=']").first().getAttribute("href");
  const leadId = new URL(link ?? "", desk.url).searchParams.get("lead") ?? "";
  const address = `${desk.url}/desk/leads/${leadId}`;
  await Promise.all([page.goto(address), ada.goto(address)]);

  // Each sees that the other is there.
  await expect(page.getByText(/Ada .* is looking/)).toBeVisible();
  await expect(ada.getByText(/Mei .* is looking/)).toBeVisible();

  // Different facts: both are kept.
  await page.getByRole("button", { name: "Edit: Born in" }).click();
  await page.getByRole("textbox", { name: "Born in" }).fill("1968");
  await expect(ada.getByText(/Mei .* is editing/)).toBeVisible();
  await ada.getByRole("button", { name: "Edit: First name" }).click();
  await ada.getByRole("textbox", { name: "First name" }).fill("Amarante");
  await ada.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Born in" }).press("Enter");
  for (const each of [page, ada]) {
    await expect(each.locator("[data-fact='birthYear']")).toContainText("1968");
    await expect(each.locator("[data-fact='firstName']")).toContainText("Amarante");
  }

  // The same fact: what is being typed stays, and both stand beside what it was.
  const shown = await page.locator("[data-fact='lastName'] [dir='auto']").textContent();
  const before = shown?.trim() ?? "";
  await page.getByRole("button", { name: "Edit: Last name" }).click();
  await page.getByRole("textbox", { name: "Last name" }).fill("Meyer-Lind");
  await ada.getByRole("button", { name: "Edit: Last name" }).click();
  await ada.getByRole("textbox", { name: "Last name" }).fill("Adler");
  await ada.keyboard.press("Enter");
  const ways = page.getByRole("region", { name: "Two changes of the last name" });
  await expect(ways).toContainText(/Ada .* changed the last name/);
  await expect(page.getByRole("textbox", { name: "Last name" })).toBeFocused();
  await page.reload();
  for (const words of ["Meyer-Lind", "Adler", before]) await expect(ways).toContainText(words);
  await ways.getByRole("button", { name: "Save mine" }).click();
  await expect(ways).toBeHidden();
  await expect(ada.getByRole("heading", { name: /Meyer-Lind/ })).toBeVisible();
  await expect(ada.getByText(/Mei .* changed the last name/)).toBeVisible();

  // Both changes are told, with what each replaced.
  await ada.getByRole("tab", { name: "Timeline" }).click();
  const history = ada.getByRole("tabpanel", { name: "Timeline" });
  await expect(history).toContainText(`${before} → Adler`);
  await expect(history).toContainText("Adler → Meyer-Lind");

  // Whoever leaves is gone at once.
  await page.goto("/desk/studies");
  await expect(ada.getByText(/Mei .* is looking/)).toBeHidden({ timeout: 10_000 });
  await elsewhere.close();
});
