// What travels to a poor phone and to a coordinator's desk, as sent: compressed, headers left out.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

async function weigh(
  page: Page,
  open: () => Promise<unknown>,
): Promise<{ all: number; scripts: number }> {
  const weights = { all: 0, scripts: 0 };
  const measured: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    measured.push(
      request.sizes().then(({ responseBodySize }) => {
        weights.all += responseBodySize;
        if (request.resourceType() === "script") weights.scripts += responseBodySize;
      }),
    );
  });
  await open();
  await Promise.all(measured);
  return weights;
}

test("a study page weighs under 60 kB and needs no script", async ({ page }) => {
  const { all, scripts } = await weigh(page, () => page.goto("/studies/NCT06596954"));
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  expect(all).toBeGreaterThan(2_000);
  expect(all).toBeLessThan(60_000);
  expect(scripts).toBe(0);
});

test("the desk's first screen takes under 300 kB of scripts", async ({ page, desk }) => {
  const { scripts } = await weigh(page, async () => {
    await signIn(page, desk, "mei");
    await expect(page.getByRole("button", { name: /^No answer/ })).toBeVisible();
  });
  expect(scripts).toBeGreaterThan(50_000);
  expect(scripts).toBeLessThan(300_000);
});
