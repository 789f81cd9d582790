// A call is logged by its key; at an hour when nobody should ring there, the desk asks why first.
import type { Locator, Page } from "@playwright/test";

/** "It was earlier, and is only logged now". */
const reasonKey = "3";

/** Works at whatever hour the tests run. Returns how many keys it took. */
export async function logCall(page: Page, key: string): Promise<number> {
  // The desk says beforehand whether it will ask: to wait and see whether it does is to guess.
  const advice = page.getByText(/^(You may call|Better not now|Do not call)\.$/);
  const isAsked = (await advice.textContent()) !== "You may call.";
  await page.keyboard.press(key);
  if (!isAsked) return 1;
  await page.getByRole("region", { name: "Why all the same" }).waitFor();
  await page.keyboard.press(reasonKey);
  return 2;
}

/** The same in a lead's panel, whose form is filled in and is sent by its button. */
export async function logInPanel(panel: Locator): Promise<void> {
  const why = panel.getByText("It was earlier, and is only logged now");
  if (await why.isVisible()) await why.click();
  await panel.getByRole("button", { name: "Log it" }).click();
}
