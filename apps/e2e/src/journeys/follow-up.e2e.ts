// Coming back to a person: when, said in words; the reminder when it is due; a mail by template that really
// arrives; and nobody contacts whoever asked for silence.

import { writeTo } from "../desk/bring-leads";
import { logInPanel } from "../desk/log-call";
import { expect, signIn, test } from "../desk/test";

test("a follow-up is set in words and reminded of, a mail arrives, and silence is kept", async ({
  browser,
  context,
  desk,
  page,
}) => {
  await writeTo(desk, "Perpetua Lindgren", "perpetua", "Please tell me more.");
  await signIn(page, desk, "ada", "/desk/inbox");
  await page
    .getByRole("row", { name: /Perpetua Lindgren/ })
    .getByRole("link")
    .click();
  const panel = page.getByRole("complementary", { name: "Lead" });
  await expect(panel.getByRole("button", { name: /^Write mail/ })).toBeVisible();

  // What was typed is read back before it is set, and what means nothing is not.
  const followUp = async (words: string, read: RegExp) => {
    await page.keyboard.press("h");
    await panel.getByLabel("When").fill(words);
    await expect(panel.getByRole("status").filter({ hasText: read })).toBeVisible();
  };
  await followUp("tuesdy", /I do not understand “tuesdy”/);
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("When")).toHaveValue("tuesdy");
  await panel.getByLabel("When").fill("tue 14:00");
  await expect(panel.getByText(/^Tue \d+ \w+, 14:00 — in/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(panel.getByText(/14:00/).first()).toBeVisible();
  await expect(panel.getByLabel("When")).toBeHidden();
  await page.keyboard.press("a");
  await page.getByRole("menuitem", { name: /^Take it/ }).click();
  await followUp("in 2 hours", /in 2 hours/);
  await page.keyboard.press("Enter");
  await expect(panel.getByLabel("When")).toBeHidden();

  // Two hours later on another screen, whose clock is put forward: said above the screen and in the title.
  const elsewhere = await browser.newContext({ storageState: await context.storageState() });
  const later = await elsewhere.newPage();
  await later.clock.install();
  await later.goto(`${desk.url}/desk/studies`);
  await expect(later.getByRole("heading", { name: "Studies" })).toBeVisible();
  await later.clock.fastForward("02:01:00");
  const reminder = later.getByRole("status").filter({ hasText: "Due now:" });
  await expect(reminder.getByRole("link", { name: "Perpetua Lindgren" })).toBeVisible();
  await expect(later).toHaveTitle(/^\(1\) /);
  await reminder.getByRole("button", { name: "Later" }).click();
  await expect(reminder).toBeHidden();
  await elsewhere.close();

  await page.bringToFront();
  await page.keyboard.press("m");
  await panel.getByRole("combobox", { name: "Template" }).click();
  await page.getByRole("option", { name: "We tried to call you · English" }).click();
  await expect(panel.getByLabel("Text", { exact: true })).toHaveValue(/^Hello Perpetua,/);
  await panel.getByLabel("Subject").fill("A time for {firstName}");
  await page.reload();
  await expect(panel.getByRole("button", { name: /^Write mail/ })).toBeVisible();
  await page.keyboard.press("m");
  await expect(panel.getByLabel("Subject")).toHaveValue("A time for {firstName}");
  await panel.getByRole("button", { name: "Preview" }).click();
  const preview = panel.getByRole("region", { name: "Preview" });
  await expect(preview).toContainText("A time for Perpetua");
  await expect(preview).toContainText("ada.admin@example.org");
  await panel.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByText(/leaves in half a minute/)).toBeVisible();
  const arrived = () => desk.mails().filter(({ subject }) => subject === "A time for Perpetua");
  expect(arrived()).toHaveLength(0);
  // It waits so that it can be taken back; an admin need not.
  await page.goto("/desk/outbox");
  await page.getByRole("link", { name: "A time for Perpetua" }).click();
  await page.getByRole("button", { name: "Send it now" }).click();
  await expect.poll(() => arrived().length).toBe(1);
  expect(arrived()[0]?.replyTo?.text).toBe("ada.admin@example.org");
  expect(arrived()[0]?.text).toContain("Hello Perpetua,");
  expect(arrived()[0]?.text).toMatch(/\/status\/[\w-]{43}/);

  await page.goto("/desk/inbox?view=mine");
  await page
    .getByRole("row", { name: /Perpetua Lindgren/ })
    .getByRole("link")
    .click();
  await panel.getByRole("button", { name: /^Log a call/ }).click();
  await panel.getByText("Asked not to be contacted", { exact: true }).click();
  await logInPanel(panel);
  await expect(panel.getByText("Asked not to be contacted. Do not call or write.")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Write mail/ })).toHaveCount(0);
  await page.keyboard.press("m");
  await expect(page.getByText("Asked not to be contacted. Do not call or write.")).toHaveCount(2);
});
