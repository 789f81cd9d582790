// The desk on a phone: one thing at a time, and always a way back to where one was.
import { expect, signIn, test } from "../desk/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("a coordinator on a phone comes back to the list, and to its place", async ({
  page,
  desk,
}) => {
  await signIn(page, desk, "mei");
  const goTo = async (name: string) => {
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  };
  const cards = page.locator("main li").filter({ has: page.locator("a[href*='lead=']") });

  await goTo("Mine");
  await expect(cards.first()).toBeVisible();
  await goTo("Today");
  // Known by now, and drawn at once.
  await goTo("Mine");
  await expect(cards.first()).toBeVisible();

  const name = (await cards.first().locator("bdi").textContent()) ?? "";
  await cards.first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(cards.first()).toBeHidden();
  await page.getByRole("button", { name: /Back to the list/ }).click();
  await expect(cards.first()).toBeVisible();
});
