// A visitor looks for the nearest study centre: by a town without a script, by the browser's own place with
// one; taps a term to have it explained; and prints the page.
import { expect, test } from "../desk/test";

const page = "/studies/NCT99000001";
const valencia = { latitude: 39.46975, longitude: -0.37739 };

test("without a script, a town sorts the centres and a tap explains a term", async ({
  browser,
  desk,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const tab = await context.newPage();
  await tab.goto(desk.url + page);
  const names = tab.locator("#centres .centres b");
  await expect(tab.getByRole("button", { name: "Use my location" })).toBeHidden();
  for (const [town, nearest] of [
    ["Valencia, Spain", "Clínica Puerta del Mar Azul"],
    ["芝加哥", "Northfield Clinic"],
  ] as const) {
    await tab.getByLabel("Find the nearest").fill(town);
    await tab.getByRole("button", { name: "Sort by distance" }).click();
    await expect(names.first()).toHaveText(nearest);
    expect(tab.url()).not.toContain(encodeURIComponent(town));
  }
  await tab.goto(`${desk.url}/studies/NCT06596954`);
  await tab.locator("button.explain").first().click();
  const explained = tab.locator(".explanation:popover-open");
  await expect(explained).toBeVisible();
  await tab.keyboard.press("Escape");
  await expect(explained).toHaveCount(0);
  await context.close();
});

test("with the script, the browser's place sorts them on the page, rounded before it is sent", async ({
  page: tab,
  context,
}) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation(valencia);
  await tab.goto(page);
  const sent = tab.waitForRequest(/\/centres$/);
  await tab.getByRole("button", { name: "Use my location" }).click();
  expect((await sent).postData()).toBe("lat=39.5&lon=-0.4");
  await expect(tab.locator("#centres .centres b").first()).toHaveText(
    "Clínica Puerta del Mar Azul",
  );
  await expect(tab.getByText("Nearest to you first.")).toBeVisible();
  await expect(tab).toHaveURL(new RegExp(`${page}$`));

  await tab.emulateMedia({ media: "print" });
  await expect(tab.locator("form.finder")).toBeHidden();
  await expect(tab.locator("#ask")).toBeHidden();
  await expect(tab.getByText("This page on the web:")).toBeVisible();
  await expect(tab.locator("#I1")).toBeVisible();
});
