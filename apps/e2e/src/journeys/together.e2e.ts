// Several at once: tabs of one person, and two people on one lead.
import { expect, letIn, signIn, test } from "../desk/test";

test("eight tabs of one browser all load and all hear of a new lead", async ({
  context,
  desk,
  page,
}) => {
  await signIn(page, desk, "mei");
  const tabs = [page];
  while (tabs.length < 8) tabs.push(await context.newPage());
  for (const tab of tabs) {
    await tab.goto("/desk/inbox");
    await expect(tab.getByRole("heading", { name: "Inbox" })).toBeVisible();
    await expect(tab.getByRole("row").nth(1)).toBeVisible();
  }
  const answer = await fetch(`${desk.url}/studies/NCT06596954`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      first_name: "Octavia",
      last_name: "Tabwell",
      email: "octavia.tabwell@example.org",
      phone: "021 5555 0108",
      consent: "yes",
    }),
  });
  expect(answer.status).toBe(303);
  for (const tab of tabs) {
    await tab.bringToFront();
    await expect(tab.getByRole("row", { name: /Octavia Tabwell/ })).toBeVisible();
  }
});

test.describe("two people on one lead", () => {
  // The later one is refused with 409, by design.
  test.use({ expectedFaults: [/status of 409/] });

  test("the later change overwrites nothing, and both are shown", async ({
    browser,
    desk,
    page,
  }) => {
    await signIn(page, desk, "mei", "/desk/inbox?view=all&statuses=%5B%22pre_screening%22%5D");
    await page.getByRole("row").nth(1).click();
    const panel = page.getByRole("complementary", { name: "Lead" });
    await expect(panel.getByRole("button", { name: /^Status/ })).toBeVisible();
    const address = new URL(page.url());

    // The same lead, opened by a colleague whose stream of live events does not get through.
    const elsewhere = await browser.newContext();
    const colleague = await elsewhere.newPage();
    await colleague.route("**/live.events**", (route) => route.abort());
    await letIn(colleague.request, desk, "ada");
    await colleague.goto(`${desk.url}${address.pathname}${address.search}`);
    const theirs = colleague.getByRole("complementary", { name: "Lead" });
    await expect(theirs.getByRole("button", { name: /^Status/ })).toBeVisible();

    await panel.getByRole("button", { name: /^Status/ }).click();
    await page.getByRole("menuitem", { name: /Declined/ }).click();
    await page.getByRole("menuitem", { name: "Too far to travel" }).click();
    await expect(panel.getByText("Declined").first()).toBeVisible();

    await theirs.getByRole("button", { name: /^Status/ }).click();
    await colleague.getByRole("menuitem", { name: /Could not reach/ }).click();
    await colleague.getByRole("menuitem", { name: "The number is somebody else's" }).click();
    const both = theirs.getByRole("region", { name: "Two changes of the status" });
    await expect(both).toContainText(/Mei Okafor changed the status/);
    await expect(both).toContainText(/Could not reach.*Declined.*Pre-screening/s);
    await both.getByRole("button", { name: "Keep theirs" }).click();
    await expect(both).toBeHidden();
    await expect(theirs.getByText("Declined").first()).toBeVisible();
    await elsewhere.close();
  });
});
