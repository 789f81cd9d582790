// A list of one's own: filtered, ordered, laid out, kept, linked to, and shared with a colleague.
import type { Page } from "@playwright/test";
import { expect, letIn, signIn, test } from "../desk/test";

const nav = (page: Page) => page.getByRole("navigation", { name: "Main" });
const heads = (page: Page) => page.getByRole("columnheader");

test("a coordinator keeps a view of the list, and a colleague uses it", async ({
  browser,
  desk,
  page,
}) => {
  await signIn(page, desk, "mei", "/desk/inbox?view=all");

  // Two filters, by keys alone; the list says that it is no longer the view.
  await page.getByRole("button", { name: "+ Filter" }).press("Enter");
  await page.getByRole("menuitem", { name: "Status" }).press("Enter");
  await page.getByRole("menuitemcheckbox", { name: "Declined" }).press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "+ Filter" }).press("Enter");
  await page.getByRole("menuitem", { name: "Last contact" }).press("Enter");
  await page.getByRole("button", { name: "7 days ago or more" }).press("Enter");
  await expect(page.getByText("Changed from All leads")).toBeVisible();
  await expect(page.getByText(/^\d+ leads?$/).first()).toBeVisible();
  expect(page.url()).toContain("lastContact");

  // Kept, it stands in the navigation with its number, and in the address by its own.
  await page.getByRole("button", { name: "Save as a view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Said no a week ago");
  await dialog.getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByRole("heading", { name: "Said no a week ago" })).toBeVisible();
  await expect(nav(page).getByRole("link", { name: /^Said no a week ago\s*\d+$/ })).toBeVisible();
  expect(page.url()).not.toContain("lastContact");

  // Columns are kept by themselves, and a reload shows the same list.
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Attempts" }).check();
  const kept = page.waitForResponse(
    (answer) => answer.url().includes("views.keepLayout") && answer.ok(),
  );
  await page.getByRole("button", { name: "Attempts: further left" }).click();
  await kept;
  await page.keyboard.press("Escape");
  await expect(heads(page).nth(-2)).toHaveText("Attempts");
  await page.getByRole("columnheader", { name: "Attempts" }).getByRole("button").click();
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Attempts" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Unsaved changes")).toBeHidden();

  // Lifting a filter is a step to go back from.
  await page.getByRole("button", { name: "Remove the filter Status" }).click();
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Status: Declined" })).toBeVisible();
  await expect(page.getByText("Unsaved changes")).toBeHidden();

  // A link to a private view says so to somebody else; shared, it opens.
  const elsewhere = await browser.newContext();
  const colleague = await elsewhere.newPage();
  await letIn(colleague.request, desk, "wen");
  const { pathname, search } = new URL(page.url());
  await colleague.goto(desk.url + pathname + search);
  await expect(colleague.getByText(/belongs to somebody else/)).toBeVisible();
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Share with the team/ }).click();
  await expect(colleague.getByRole("heading", { name: "Said no a week ago" })).toBeVisible();
  await expect(colleague.getByText(/shared by Mei/)).toBeVisible();
  await expect(colleague.getByRole("columnheader", { name: "Attempts" })).toBeVisible();
  await colleague.getByRole("button", { name: "View", exact: true }).click();
  await expect(colleague.getByRole("menuitem", { name: "Rename…" })).toBeHidden();
  await colleague.getByRole("menuitem", { name: "Pin to the navigation" }).click();
  await expect(nav(colleague).getByRole("link", { name: /^Said no a week ago/ })).toBeVisible();

  // Deleted and taken back, it is there as it was.
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(nav(colleague).getByRole("link", { name: /^Said no a week ago/ })).toBeHidden();
  await page.keyboard.press("z");
  await expect(nav(colleague).getByRole("link", { name: /^Said no a week ago/ })).toBeVisible();
  await elsewhere.close();
});
