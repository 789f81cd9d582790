// A picture of every screen at three widths, light and dark, to be looked at; and the README's two.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { screenParts, visitScreens } from "../desk/screens";
import { expect, signIn, test } from "../desk/test";

const folder = resolve(import.meta.dirname, "../../test-results/screens");
const pictures = resolve(import.meta.dirname, "../../../../docs/pictures");
const widths = { 390: 844, 834: 1112, 1440: 900 } as const;

test.describe.configure({ timeout: 360_000, mode: "parallel" });

for (const [width, height] of Object.entries(widths)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`pictures at ${width} px, ${colorScheme}`, async ({ browser, desk }) => {
      mkdirSync(folder, { recursive: true });
      const viewport = { width: Number(width), height };
      const isPhone = viewport.width < 500;
      const look = { viewport, colorScheme, isMobile: isPhone, hasTouch: isPhone };
      const visits = Object.values(screenParts)
        .flat()
        .filter(({ isForDesk }) => !(isForDesk && isPhone))
        .map((screen) => ({ screen, look }));
      await visitScreens(browser, desk, visits, async (page, { screen }) => {
        const path = join(folder, `${screen.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: screen.who === undefined });
      });
    });
  }
}

test("the README's picture: Today, with somebody who may be called now", async ({
  browser,
  desk,
}) => {
  const isDayInChicago = isDayIn("America/Chicago");
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    baseURL: desk.url,
    timezoneId: isDayInChicago ? "America/Chicago" : "Asia/Shanghai",
  });
  const page = await context.newPage();
  await signIn(page, desk, isDayInChicago ? "sam" : "mei");
  const name = page.getByRole("article").getByRole("heading", { level: 2 });
  const mayCall = page.getByText("You may call.");
  const message = page.getByRole("blockquote");
  for (let looks = 0; looks < 40; looks++) {
    await name.waitFor();
    if ((await mayCall.isVisible()) && (await message.isVisible())) break;
    const before = await name.textContent();
    await page.getByRole("button", { name: /^Skip/ }).click();
    await page.getByRole("button", { name: /^Not just now/ }).click();
    await expect(name).not.toHaveText(before ?? "");
  }
  await keepPicture(page, "today");
  await context.close();
});

test("the README's picture: a candidate, and the decision beside the page", async ({
  browser,
  desk,
}) => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    baseURL: desk.url,
  });
  const page = await context.newPage();
  await signIn(page, desk, "wen");
  await page.goto("/desk/review");
  await page.getByRole("region", { name: "Queue" }).getByRole("link").first().click();
  await page.getByRole("radio", { name: "Eligible for a screening visit" }).check();
  await keepPicture(page, "review");
  await context.close();
});

async function keepPicture(page: Page, name: string) {
  await page.getByRole("heading", { level: 1 }).first().hover();
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

function isDayIn(timeZone: string): boolean {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  const hour = Number(clock.format(new Date()));
  return hour >= 8 && hour < 21;
}
