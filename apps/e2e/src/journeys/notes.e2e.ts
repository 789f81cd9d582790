// Private notes on words, by keyboard alone: of a lead's message and of a study's criterion, edited, pinned, found
// again at their words after a reload, and nothing of them for a colleague.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

/** The words chosen are those that the keys select in the text's field. */
async function write(
  page: Page,
  { on, letters, body }: Record<"on" | "body", string> & { letters: number },
) {
  await page
    .getByRole("button", { name: `Add note: ${on}` })
    .first()
    .press("Enter");
  const words = page.getByRole("textbox", { name: "The words it is about" });
  const text = await words.inputValue();
  await words.press("Control+Home");
  await page.keyboard.type("Nothing can be written here");
  for (let letter = 0; letter < letters; letter += 1) await words.press("Shift+ArrowRight");
  const quote = text.slice(0, letters);
  await expect(page.getByLabel("The words chosen")).toHaveText(quote);
  await expect(words).toHaveValue(text);
  await page.getByRole("textbox", { name: "Note", exact: true }).focus();
  await page.keyboard.type(body);
  await page.keyboard.press("Control+Enter");
  const note = page.getByRole("button", { name: `Note 1 on “${quote}”` });
  await note.waitFor();
  return note;
}

test("a note hangs on words of a message and of a criterion, for its author alone", async ({
  browser,
  desk,
  page,
}) => {
  const elsewhere = await browser.newContext();
  const ada = await elsewhere.newPage();
  await Promise.all([signIn(page, desk, "mei"), signIn(ada, desk, "ada")]);
  await page.goto("/desk/inbox?view=mine");
  const link = await page.locator("main a[href*='lead=']").first().getAttribute("href");
  const leadId = new URL(link ?? "", desk.url).searchParams.get("lead") ?? "";
  const address = `${desk.url}/desk/leads/${leadId}`;
  await page.goto(address);

  const note = await write(page, { on: "the message", letters: 6, body: "Quince and **medlar**" });
  await page.reload();
  await note.press("Enter");
  await expect(page.getByText("Quince and medlar")).toBeVisible();

  const notes = page.getByRole("region", { name: "Your notes" });
  await page.getByRole("tab", { name: "Notes · 1" }).press("Enter");
  await notes.getByRole("button", { name: "Edit" }).press("Enter");
  await page.getByRole("textbox", { name: "Edit the note" }).press("End");
  await page.keyboard.type(" jam");
  await page.keyboard.press("Control+Enter");
  await notes.getByRole("button", { name: "Earlier wordings" }).press("Enter");
  await expect(notes.getByRole("list", { name: "Earlier wordings" })).toHaveText(/medlar$/);
  await notes.getByRole("button", { name: "Pin", exact: true }).press("Enter");
  await expect(notes.getByText("Pinned ·")).toBeVisible();

  await page.goto("/desk/studies/1");
  await write(page, { on: "criterion I1", letters: 4, body: "Ask this kindly" });

  await ada.goto(address);
  await ada.getByRole("button", { name: "Add note: the message" }).first().waitFor();
  await expect(ada.getByRole("button", { name: /^Note 1 on/ })).toHaveCount(0);
  await expect(ada.getByRole("tab", { name: "Notes", exact: true })).toBeVisible();
  await elsewhere.close();
});
