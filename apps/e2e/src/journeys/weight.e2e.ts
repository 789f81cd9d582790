// What travels to a poor phone and to a coordinator's desk, as sent: compressed, headers left out.
import type { Page } from "@playwright/test";
import { expect, signInAtDoor, test } from "../desk/test";

async function weigh(
  page: Page,
  open: () => Promise<unknown>,
): Promise<{ all: number; scripts: number }> {
  const weights = { all: 0, scripts: 0 };
  const measured: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    measured.push(
      request.sizes().then(
        ({ responseBodySize }) => {
          weights.all += responseBodySize;
          if (request.resourceType() === "script") weights.scripts += responseBodySize;
        },
        (error: unknown) => {
          // What ends with the page, as its stream of news does, is no part of opening it.
          if (!page.isClosed()) throw error;
        },
      ),
    );
  });
  await open();
  await Promise.all(measured);
  return weights;
}

test("a study page weighs under 60 kB before it is touched", async ({ page }) => {
  const { all } = await weigh(page, () => page.goto("/studies/NCT06596954"));
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  expect(all).toBeGreaterThan(2_000);
  expect(all).toBeLessThan(60_000);
});

test("a reader's notes take under 25 kB of scripts, the form's among them", async ({ page }) => {
  const { scripts } = await weigh(page, async () => {
    await page.goto("/studies/NCT06596954");
    await page.getByRole("button", { name: "Your notes" }).click();
    await expect(page.getByRole("dialog", { name: "Your notes" })).toBeVisible();
  });
  expect(scripts).toBeGreaterThan(1_000);
  expect(scripts).toBeLessThan(25_000);
});

test("the desk's first screen takes under 300 kB of scripts", async ({ page, desk }) => {
  const { scripts } = await weigh(page, async () => {
    await signInAtDoor(page, desk, "mei");
    await expect(page.getByRole("button", { name: /^No answer/ })).toBeVisible();
  });
  expect(scripts).toBeGreaterThan(50_000);
  expect(scripts).toBeLessThan(300_000);
});
