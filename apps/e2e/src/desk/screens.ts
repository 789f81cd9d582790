// Every screen, by name: what is checked for accessibility and what pictures are taken of.
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { alertScreens } from "./alert-screens";
import { importScreens } from "./import-screens";
import { leadScreens } from "./lead-screens";
import { myNotesScreens } from "./my-notes-screens";
import { officeScreens } from "./office-screens";
import { peopleScreens } from "./people-screens";
import { publicScreens } from "./public-screens";
import { reportScreens } from "./report-screens";
import { reviewScreens } from "./review-screens";
import type { Screen } from "./screen";
import type { Desk } from "./start-desk";
import { letIn } from "./test";
import { visitScreens as screensOfVisits } from "./visit-screens";

/** Each part takes about as long as the others, so that they can be visited side by side. */
export const screenParts = {
  "visitors and recipients": publicScreens,
  "readers of alerts, imports and reports": [...alertScreens, ...importScreens, ...reportScreens],
  "the first half of the leads": leadScreens.slice(0, leadScreens.length / 2),
  "the second half of the leads, and one's own notes": [
    ...leadScreens.slice(leadScreens.length / 2),
    ...myNotesScreens,
  ],
  "the office, people and reviews": [
    ...officeScreens,
    ...peopleScreens,
    ...reviewScreens,
    ...screensOfVisits,
  ],
} as const satisfies Record<string, readonly Screen[]>;

export interface Look {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
  /** As on a phone: no keyboard, no keys drawn. */
  isMobile?: boolean;
  hasTouch?: boolean;
}

/** A screen, and how it is looked at. */
export interface Visit {
  screen: Screen;
  look: Look;
}

/** Visits each screen as who it is for, open and quiet when it is looked at. */
export async function visitScreens(
  browser: Browser,
  desk: Desk,
  visits: readonly Visit[],
  look: (page: Page, visit: Visit) => Promise<void>,
): Promise<void> {
  for (const who of new Set(visits.map(({ screen }) => screen.who))) {
    const ofWho = visits.filter(({ screen }) => screen.who === who);
    // To look in another way takes long in the desk. What visitors keep follows from screen to screen.
    if (who) ofWho.sort((one, other) => other.look.viewport.width - one.look.viewport.width);
    const context = await browser.newContext({
      ...ofWho[0]?.look,
      baseURL: desk.url,
      reducedMotion: "reduce",
    });
    if (who) await letIn(context.request, desk, who);
    await visitAs(context, desk, ofWho, look);
    await context.close();
  }
}

async function visitAs(
  context: BrowserContext,
  desk: Desk,
  visits: readonly Visit[],
  lookAt: (page: Page, visit: Visit) => Promise<void>,
): Promise<void> {
  let page: Page | undefined;
  let last: Look | undefined;
  for (const visit of visits) {
    const { screen, look } = visit;
    // Tabs share one stream of news: a screen that does without must be the only one.
    if (screen.hasOwnTab) {
      await page?.close();
      page = undefined;
    }
    const staysInDesk =
      page?.url().startsWith(`${desk.url}/desk/`) === true && screen.path.startsWith("/desk/");
    const isNew = page === undefined;
    page ??= await context.newPage();
    if (isNew || look !== last) await take(page, look);
    last = look;
    if (staysInDesk) await goWithinDesk(page, screen.path);
    else await page.goto(screen.path);
    await page.locator("h1:visible, h2:visible").first().waitFor();
    await isQuiet(page);
    await screen.prepare?.(page, desk);
    await isQuiet(page);
    await page.evaluate(() => document.fonts.ready);
    await lookAt(page, visit);
    await screen.restore?.(page);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    if (!screen.hasOwnTab) continue;
    await page.close();
    page = undefined;
    await context.setOffline(false);
  }
}

async function take(page: Page, { viewport, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/**
 * Starting the desk anew takes longer than to look at a screen. By way of an address where nothing is, so
 * that nothing stays open of the screen before.
 */
async function goWithinDesk(page: Page, path: string): Promise<void> {
  const go = (to: string) => page.evaluate((address) => history.pushState({}, "", address), to);
  const nothing = page.getByRole("heading", { name: "Nothing is at this address" });
  await go("/desk/between/screens");
  await nothing.waitFor();
  await go(path);
  await nothing.waitFor({ state: "hidden" });
}

async function isQuiet(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll("[aria-busy=true]").length === 0);
}
