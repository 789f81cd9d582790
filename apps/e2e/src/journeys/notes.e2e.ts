// Private notes on words, by keyboard alone: of a lead's message, of evidence that is edited later and of a study's
// criterion; half a note is there after a reload; from the list to the words; and nothing of them for a colleague.
import type { Page } from "@playwright/test";
import { selectWords } from "../desk/select-words";
import { expect, letIn, signIn, test } from "../desk/test";

/** What the person is said to have told of the first criterion. */
async function tell(page: Page, leadId: number, evidence: string): Promise<void> {
  await page.evaluate(
    async ([id, told]) => {
      const ask = async (path: string, input: unknown) => {
        const answer = await fetch(`/api/trpc/${path}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(input),
        });
        if (!answer.ok) throw new Error(await answer.text());
        return (await answer.json()).result.data;
      };
      const [line] = (await ask("screening.read", { leadId: id })).lines;
      await ask("screening.answer", {
        ...{ leadId: id, criterionId: line.criterion.id, value: null, source: "said" },
        ...{ evidence: told, expectedAnswerId: line.answer?.id ?? null },
      });
    },
    [leadId, evidence] as const,
  );
}

/** The words chosen are those that the keys select in the text's field. */
async function write(
  page: Page,
  { on, letters, body }: Record<"on" | "body", string> & { letters: number },
) {
  const add = page.getByRole("button", { name: `Add note: ${on}` }).first();
  await add.press("Enter");
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
  await expect(add).toBeFocused();
  return note;
}

/** The demo has notes of its own on some. */
async function findLeadWithoutNotes(page: Page): Promise<string> {
  const links = page.locator("main a[href*='lead=']");
  await links.first().waitFor();
  const noted = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/trpc/notes.mine", { method: "POST", headers, body: "{}" });
    const { rows }: { rows: { home: { leadId?: number } }[] } = (await answer.json()).result.data;
    return rows.map(({ home }) => String(home.leadId));
  });
  for (const link of await links.all()) {
    const address = new URL((await link.getAttribute("href")) ?? "", page.url());
    const leadId = address.searchParams.get("lead");
    if (leadId !== null && !noted.includes(leadId)) return leadId;
  }
  throw new Error("Every lead in the list has notes.");
}

test("a note hangs on words of a message and of a criterion, for its author alone", async ({
  browser,
  desk,
  page,
}) => {
  const elsewhere = await browser.newContext();
  const ada = await elsewhere.newPage();
  await letIn(ada.request, desk, "ada");
  await signIn(page, desk, "mei", "/desk/inbox?view=mine");
  const leadId = await findLeadWithoutNotes(page);
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
  await expect(notes.getByRole("button", { name: "Unpin" })).toBeFocused();

  const draft = page.getByRole("textbox", { name: "New note" });
  await draft.focus();
  await page.keyboard.type("Half a thought");
  await page.reload();
  await expect(draft).toHaveValue("Half a thought");
  await draft.press("Control+Enter");
  await expect(draft).toHaveValue("");
  await notes.getByRole("button", { name: "Show at its place" }).press("Enter");
  await expect(note).toBeFocused();
  await expect(note).toHaveAttribute("aria-expanded", "true");

  // What somebody told is put right, and the number in it is another one.
  await tell(page, Number(leadId), "Diagnosed 18 months ago");
  await page.goto(`${address}?tab=screening`);
  await page.getByText("Diagnosed 18 months ago").waitFor();
  await selectWords(page, "18 months");
  // The key means these words once they are offered.
  await page.getByRole("button", { name: /^Add note(?!:)/ }).waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("Look it up");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Note 1 on “18 months”" }).waitFor();
  await tell(page, Number(leadId), "Diagnosed 16 months ago");
  await page.reload();
  await page.getByRole("button", { name: "Note 1 · changed on “18 months”" }).press("Enter");
  await expect(page.getByText("“18” became “16”")).toBeVisible();
  await page.getByRole("button", { name: "It still fits" }).press("Enter");
  await page.getByRole("button", { name: "Note 1 on “16 months”" }).waitFor();

  await page.goto("/desk/studies/1");
  await write(page, { on: "criterion I1", letters: 4, body: "Ask this kindly" });

  await ada.goto(address);
  await ada.getByRole("button", { name: "Add note: the message" }).first().waitFor();
  await expect(ada.getByRole("button", { name: /^Note 1 on/ })).toHaveCount(0);
  await expect(ada.getByRole("tab", { name: "Notes", exact: true })).toBeVisible();
  await elsewhere.close();
});
