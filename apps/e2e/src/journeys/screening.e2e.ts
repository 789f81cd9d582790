// A pre-screening on the phone: eleven criteria by keyboard, numbers judged as they are typed, what the person
// said beside them; a reload and a lost connection in the middle lose nothing; then the failure or the doctor.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

// While the connection is cut, answers fail by design.
test.use({ expectedFaults: [/ERR_FAILED/] });

/** Somebody who called, typed in; gives the lead's number. */
async function bringCaller(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const answer = await fetch("/api/trpc/leads.add", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...{ studyId: 1, siteId: 1, firstName: "Perpetua", lastName: "Ashgrove" },
        ...{ phone: "025 5555 0173", consentGiven: true },
      }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()).result.data.id;
  });
}

test("eleven criteria by less than forty keys, and not one answer is lost", async ({
  page,
  desk,
}) => {
  await signIn(page, desk, "mei");
  const leadId = await bringCaller(page);
  await page.goto(`/desk/inbox?view=all&lead=${leadId}`);
  await page.getByRole("heading", { name: "Perpetua Ashgrove" }).waitFor();
  page.on("dialog", (dialog) => void dialog.accept());

  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      pressed += 1;
    }
  };
  const current = page.locator("li[aria-current]");
  const isAsked = (label: string) => expect(current).toContainText(new RegExp(`^${label}`));
  const progress = page.locator("p").filter({ hasText: /^\d+ of 11 answered/ });

  // In the study's order; the first answer begins the pre-screening.
  await press("q");
  await current.waitFor();
  await press("w");
  await isAsked("I1");
  await expect(current.getByRole("heading")).toHaveText(/^Are you able to understand the study/);
  await press("1");
  await isAsked("I2");
  await expect(page.getByText("Pre-screening has begun.")).toBeVisible();

  // What the person said, kept while it is typed.
  await press("v", ..."Biopsy", "Enter");
  await isAsked("I2");
  await press("1", "1");
  await isAsked("I4");

  // A number is judged as it is typed; a reload amid it loses nothing.
  await press("8", "4");
  await expect(current).toContainText("Not met · 84 years");
  await page.reload();
  await isAsked("I4");
  await expect(progress).toContainText("3 of 11");
  await expect(current.getByRole("textbox", { name: "I4, a number" })).toHaveValue("84");
  await expect(page.locator("q", { hasText: "Biopsy" })).toBeVisible();
  await current.getByRole("textbox", { name: "I4, a number" }).focus();
  await press("Backspace", "Backspace", "6", "1");
  await expect(current).toContainText("Met · 61 years");
  await press("Enter");
  await isAsked("I5");
  await press("6", "1", "Enter");
  await isAsked("I6");

  // The connection is cut: answers are kept here, and arrive after it is back.
  await page.route("**/screening.answer*", (route) => route.abort());
  await press("9", "0", "Enter", "2", "3");
  await isAsked("E3");
  await expect(progress).toContainText("8 of 11");
  await page.unroute("**/screening.answer*");
  await page.reload();
  await isAsked("E3");
  await expect(page.getByText("Kept on this device")).toHaveCount(0);
  await press("2", "2", "1");
  await expect(page.getByText("E5 speaks against taking part.")).toBeVisible();
  expect(pressed).toBeLessThan(40);

  // The last was a slip; taken back, answered anew, and all is sent on.
  await press("z");
  await expect(page.getByText("Still open: E5.")).toBeVisible();
  await press("2");
  await expect(page.getByText("Every criterion is answered.", { exact: true })).toBeVisible();
  await expect(progress).toContainText("11 of 11 answered · 10 fit · 1 unknown");
  const send = page.getByRole("button", { name: "Send to review" });
  await send.click();
  await expect(page.getByText("Perpetua Ashgrove: Investigator review.")).toBeVisible();
  await press("z");
  await expect(send).toBeVisible();

  // One criterion does fail: it is proposed by name, and a person confirms.
  await current.waitFor();
  await page
    .getByRole("group", { name: "Answer to E1" })
    .getByRole("button", { name: /Present|Yes/ })
    .click();
  await page.getByRole("button", { name: "Pre-screen failure: E1" }).click();
  await expect(
    page.getByText("This lead is closed, so its answers stay as they were."),
  ).toBeVisible();
  const { status, failed } = await page.evaluate(async (id) => {
    const answer = await fetch("/api/trpc/leads.get", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ leadId: id }),
    });
    const lead = (await answer.json()).result.data;
    return { status: lead.status, failed: lead.failedCriterion.label };
  }, leadId);
  expect([status, failed]).toEqual(["pre_screen_failure", "E1"]);
});
