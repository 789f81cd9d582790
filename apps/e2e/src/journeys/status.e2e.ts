// A person's own page, from the mailed link to the last trace: two requests of one person, without a
// script on their side; a coordinator who sees their wish, calls, and then sees them go.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { logInPanel } from "../desk/log-call";
import { ownLinkOf } from "../desk/own-links";
import type { Desk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

// The link of somebody erased leads to a page that is not there.
test.use({ expectedFaults: [/status of 404/] });

const email = "wilhelmina.dauntsey@example.org";

async function ask(browser: Browser, desk: Desk, study: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: desk.url });
  const page = await context.newPage();
  await page.goto(`/studies/${study}`);
  await page.getByLabel("First name").fill("Wilhelmina");
  await page.getByLabel("Last name").fill("Dauntsey");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Phone" }).fill("(202) 555-0147");
  await page.getByLabel("Your message").fill("My neighbour told me about you.");
  await page.getByRole("checkbox").check();
  const centre = page.getByLabel(/Northfield Clinic/);
  if ((await centre.count()) > 0) await centre.check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("has your message");
  expect(await page.content()).not.toContain("/status/");
  return page;
}

test("a person follows their request, says how to be called, withdraws one and has another erased", async ({
  browser,
  page,
  desk,
}) => {
  const person = await ask(browser, desk, "NCT99000001");
  const first = await ownLinkOf(desk, email);
  await person.goto(first);
  const line = person.getByRole("list").filter({ hasText: "Your message came in" });
  await expect(line.locator("[aria-current=step]")).toContainText("You have been waiting since");
  await expect(person.getByText("w•••@example.org")).toBeVisible();
  await expect(person.getByText("Dauntsey")).toHaveCount(0);

  // The wish is saved, and the desk sees it beside the number.
  await person.getByLabel("By phone").check();
  await person.getByLabel("In the morning").check();
  await person.getByRole("button", { name: "Save" }).click();
  await expect(person.getByRole("status")).toContainText("Saved");
  await expect(person.getByLabel("In the morning")).toBeChecked();
  await signIn(page, desk, "sam", "/desk/inbox");
  const row = page.getByRole("row", { name: /Wilhelmina Dauntsey/ });
  await row.click();
  const panel = page.getByRole("complementary", { name: "Lead" });
  await expect(panel.getByText("By phone, in the morning")).toBeVisible();

  // The coordinator calls; the person's page says so, and nothing of what was noted.
  await panel.getByRole("button", { name: /^Log a call/ }).click();
  await panel.getByText("Reached", { exact: true }).click();
  await panel.getByLabel("What was said").fill("Sounds unsure, ask the daughter.");
  await logInPanel(panel);
  await expect(panel.getByText("Contacting", { exact: false }).first()).toBeVisible();
  await person.goto(first);
  await expect(line).toContainText("The team gets in touch with you: done");
  await expect(line.locator("[aria-current=step]")).toContainText("Questions about you");
  expect(await person.content()).not.toMatch(/daughter|Sam|Rivera/);

  // She takes her consent back: the open desk sees it by itself.
  await person.getByRole("link", { name: /do not want to be contacted/ }).click();
  await person.getByRole("button", { name: "Take back my consent" }).click();
  await expect(person.getByText("You took back your consent")).toBeVisible();
  await expect(panel.getByText(/Taken back by the person/)).toBeVisible();
  await expect(panel.getByText(/Do not call or write; whoever/)).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Log a call/ })).toHaveCount(0);

  // A second request, and this time everything is to go.
  const second = await ask(browser, desk, "NCT99000002");
  await expect.poll(() => ownLinkOf(desk, email)).not.toBe(first);
  const link = await ownLinkOf(desk, email);
  await second.goto(link);
  await second.getByRole("link", { name: "Erase everything about me" }).click();
  await second.getByLabel(/cannot be undone/).check();
  await second.getByRole("button", { name: "Erase everything about me" }).click();
  await expect(second.getByRole("heading", { name: "You are erased" })).toBeVisible();
  await second.goto(link);
  await expect(second.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  // The desk shows that somebody was erased, and finds nobody by the name but the first request.
  await page.goto("/desk/inbox?view=all");
  await page.getByRole("link", { name: "Erased person" }).first().click();
  await expect(panel.getByText(/Erased at the person’s request/).first()).toBeVisible();
  await expect(panel.getByRole("button", { name: /Log a call|Status|Note/ })).toHaveCount(0);
  await page.getByRole("searchbox", { name: /Search leads/ }).fill("Dauntsey");
  await expect(page.getByRole("row", { name: /Wilhelmina Dauntsey/ })).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Erased person" })).toHaveCount(0);

  // The first one goes as well; then asking for the link brings no mail, and says what it always says.
  await person.goto(`${first}/erase`);
  await person.getByLabel(/cannot be undone/).check();
  await person.getByRole("button", { name: "Erase everything about me" }).click();
  await expect(person.getByRole("heading", { name: "You are erased" })).toBeVisible();
  const toHer = () => desk.mails().filter(({ to }) => [to].flat()[0]?.text === email).length;
  const before = toHer();
  await person.goto("/status");
  await person.getByLabel("Your e-mail address").fill(email);
  await person.getByRole("button", { name: "Send me my link again" }).click();
  await expect(person.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  // Mail goes out in its order: behind the alert of the erasure there is none to her.
  const alerts = () => desk.mails().filter(({ subject }) => subject?.includes("was erased"));
  await expect.poll(() => alerts().length).toBeGreaterThanOrEqual(2);
  expect(toHer()).toBe(before);

  // Neither the database's files nor the log hold a trace of her.
  const files = readdirSync(desk.folder).filter((file) => file.startsWith("studydesk.db"));
  const kept = files.map((file) => readFileSync(join(desk.folder, file), "latin1")).join("");
  for (const trace of ["Dauntsey", "dauntsey", "(202) 555-0147", "12025550147"]) {
    expect(kept).not.toContain(trace);
    expect(desk.output()).not.toContain(trace);
  }
});
