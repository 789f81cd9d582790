// The contact form with its script: it outlives a lost connection, a hurried finger and a wrong year of
// birth, and makes one lead of each message.
import type { Locator, Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

// A request without a connection, or one that is cut off, shows in the console.
test.use({ expectedFaults: [/ERR_(INTERNET_DISCONNECTED|FAILED)/] });

const study = "/studies/NCT06596954";

async function fillIn(page: Page, lastName: string): Promise<void> {
  const firstName = page.getByLabel("First name");
  // The script comes with the first touch of the form; what is typed from then on is kept.
  await expect(async () => {
    await firstName.fill("");
    await firstName.fill("Ottoline");
    const kept = page.getByText("What you type is kept on this device");
    await expect(kept).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByLabel("Last name").fill(lastName);
  await page.getByRole("textbox", { name: "E-mail" }).fill(`${lastName.toLowerCase()}@example.org`);
  await page.getByRole("textbox", { name: "Phone" }).fill("021 5555 0147");
  await page.getByLabel("Your message").fill("I live near the river. Is there a bus?");
}

const rowsOf = (desk: Page, lastName: string): Locator =>
  desk.getByRole("row", { name: new RegExp(`Ottoline ${lastName}`) });

test("a message waits out a lost connection and a reload, and arrives once", async ({
  browser,
  page,
  desk,
}) => {
  await page.goto(study);
  await fillIn(page, "Fernsby");
  await page.getByRole("checkbox").check();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send" }).click();
  const waiting = page.getByRole("alert").filter({ hasText: "No connection" });
  await expect(waiting).toContainText("waits on this device");
  await waiting.getByRole("button", { name: "Send now" }).click();
  await expect(waiting).toContainText("still no connection");

  // Closed and opened again: the message is still there, and still not on its way.
  await page.close();
  const context = page.context();
  await context.setOffline(false);
  const reopened = await context.newPage();
  await reopened.route(`**${study}`, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await reopened.goto(study);
  const stillWaiting = reopened.getByRole("alert").filter({ hasText: "No connection" });
  await expect(stillWaiting).toBeVisible();
  await expect(reopened.getByLabel("Last name")).toHaveValue("Fernsby");
  await reopened.unrouteAll();
  await reopened.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(reopened.getByRole("main")).toContainText("Ruijin Hospital");
  await expect(reopened).toHaveURL(/\/sent\?site=\d+#sent$/);
  await reopened.goto(study);
  await expect(reopened.getByLabel("Last name")).toHaveValue("");

  const coordinator = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await signIn(coordinator, desk, "mei", "/desk/inbox");
  await expect(rowsOf(coordinator, "Fernsby")).toHaveCount(1);
  await coordinator.context().close();
});

test("two presses make one lead, with the browser's check done", async ({
  browser,
  page,
  desk,
  mailbox,
}) => {
  await page.goto(study);
  await fillIn(page, "Quickfinger");
  await page.getByRole("checkbox").check();
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes(study)) posts.push(request.url());
  });
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page).toHaveURL(/\/sent\?site=\d+#sent$/);
  expect(posts).toHaveLength(1);

  const coordinator = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await signIn(coordinator, desk, "mei", "/desk/inbox");
  await expect(rowsOf(coordinator, "Quickfinger")).toHaveCount(1);
  await rowsOf(coordinator, "Quickfinger").click();
  const panel = coordinator.getByRole("complementary", { name: "Lead" });
  await expect(panel.getByRole("heading", { name: "Ottoline Quickfinger" })).toBeVisible();
  await expect(panel.getByText("browser check")).toHaveCount(0);
  await coordinator.context().close();
  const copies = () => mailbox.arrived.filter(({ text }) => text?.includes("Quickfinger"));
  await expect.poll(() => copies().length).toBe(1);
});

test("a field is checked as one leaves it, and mended as one types", async ({ page }) => {
  await page.goto(study);
  await fillIn(page, "Patience");
  // What the server says of the number is told, too: whatever is told last stands.
  const phone = page.getByRole("textbox", { name: "Phone" });
  await expect(phone).toHaveAccessibleDescription(/We read this as/);
  const email = page.getByRole("textbox", { name: "E-mail" });
  await email.fill("patience");
  await expect(email).not.toHaveAttribute("aria-invalid");
  await email.blur();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/Write it like name@example.org/);
  await expect(page.getByRole("status")).toContainText("Write it like name@example.org");
  await email.fill("patience@example.org");
  await expect(email).not.toHaveAttribute("aria-invalid");

  await phone.fill("021 5555 0147");
  await phone.blur();
  await expect(phone).toHaveAccessibleDescription(/We read this as \D?\+86 21 5555 0147.*China/);

  // Nothing goes out without consent; a reload keeps what was typed.
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("checkbox")).toBeFocused();
  await expect(page.getByText("Without it nobody may contact you")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("Ottoline");
  await page.getByRole("button", { name: "Clear it" }).click();
  await expect(page.getByLabel("First name")).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("First name")).toHaveValue("");
});

test("what waited for more than a week is removed, and said so", async ({ page }) => {
  const kept = {
    changedAt: Date.now() - 8 * 24 * 3_600_000,
    fields: { first_name: "Ottoline" },
    tried: { key: "0123456789abcdef", body: "first_name=Ottoline" },
    isWaiting: true,
  };
  await page.goto("/studies");
  await page.evaluate((text) => {
    localStorage.setItem("studydesk-form-NCT06596954", text);
  }, JSON.stringify(kept));
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.goto(study);
  await expect(page.getByText("more than 7 days")).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveValue("");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(posts).toEqual([]);
});

test("a year of birth outside the study's ages is answered kindly, and may write all the same", async ({
  browser,
  page,
  desk,
}) => {
  await page.goto(study);
  await fillIn(page, "Younglove");
  await page.getByLabel("Year of birth").fill("2019");
  await page.getByRole("checkbox").check();
  // An answer that comes late, after waiting for a connection, is shown like any other.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("alert")).toContainText("No connection");
  await page.context().setOffline(false);
  const answer = page.getByRole("alert");
  await expect(answer).toContainText("This study takes people of other ages");
  await expect(answer).toBeFocused();
  await expect(answer.getByRole("link", { name: "See all recruiting studies" })).toBeVisible();
  expect(page.url()).not.toContain("2019");

  const coordinator = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await signIn(coordinator, desk, "mei", "/desk/inbox");
  await expect(coordinator.getByRole("row").nth(1)).toBeVisible();
  await expect(rowsOf(coordinator, "Younglove")).toHaveCount(0);

  await expect(page.getByLabel("Your message")).toHaveValue(/near the river/);
  await page.getByRole("button", { name: "Send it all the same" }).click();
  await expect(page).toHaveURL(/\/sent\?site=\d+#sent$/);
  await rowsOf(coordinator, "Younglove").click();
  const panel = coordinator.getByRole("complementary", { name: "Lead" });
  await expect(panel).toContainText("2019");
  await expect(panel).toContainText("Outside the study’s ages");
  await coordinator.context().close();
});
