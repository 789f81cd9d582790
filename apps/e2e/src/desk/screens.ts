// Every screen, by name: what is checked for accessibility and what pictures are taken of.
import type { Browser, Page } from "@playwright/test";
import { alertScreens } from "./alert-screens";
import { importScreens } from "./import-screens";
import { leadScreens } from "./lead-screens";
import { officeScreens } from "./office-screens";
import { publicScreens } from "./public-screens";
import type { Screen } from "./screen";
import type { Desk } from "./start-desk";
import { signIn } from "./test";

/** Each part takes about as long as the others, so that they can be visited side by side. */
export const screenParts = {
  "visitors and recipients": publicScreens,
  "readers of alerts, and imports": [...alertScreens, ...importScreens],
  "the first half of the leads": leadScreens.slice(0, leadScreens.length / 2),
  "the second half of the leads": leadScreens.slice(leadScreens.length / 2),
  "the office": officeScreens,
} as const satisfies Record<string, readonly Screen[]>;

interface Look {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  /** As on a phone: no keyboard, no keys drawn. */
  isMobile?: boolean;
  hasTouch?: boolean;
}

/** Visits each screen as who it is for, open and quiet when it is looked at. */
export async function visitScreens(
  browser: Browser,
  desk: Desk,
  screens: readonly Screen[],
  look: Look,
  visit: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  for (const who of new Set(screens.map((screen) => screen.who))) {
    const context = await browser.newContext({
      ...look,
      baseURL: desk.url,
      reducedMotion: "reduce",
    });
    if (who) {
      const door = await context.newPage();
      await signIn(door, desk, who);
      // Tabs share one stream of news: a screen that does without must be the only one.
      await door.close();
    }
    for (const screen of screens.filter((each) => each.who === who)) {
      const page = await context.newPage();
      await openScreen(page, desk, screen);
      await visit(page, screen);
      await page.close();
      await context.setOffline(false);
    }
    await context.close();
  }
}

async function openScreen(page: Page, desk: Desk, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await page.locator("h1:visible, h2:visible").first().waitFor();
  await isQuiet(page);
  await screen.prepare?.(page, desk);
  await isQuiet(page);
  await page.evaluate(() => document.fonts.ready);
}

async function isQuiet(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll("[aria-busy=true]").length === 0);
}
