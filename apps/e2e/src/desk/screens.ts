// Every screen, by name: what is checked for accessibility and what pictures are taken of.
import type { Browser, Page } from "@playwright/test";
import type { Desk } from "./start-desk";
import { signIn } from "./test";

export interface Screen {
  name: string;
  /** Start of the e-mail of whoever looks; undefined: a visitor. */
  who?: "mei" | "ada" | "wen";
  path: string;
  /** Brings the screen into the state that is looked at. */
  prepare?: (page: Page) => Promise<void>;
}

const openFirstLead = async (page: Page) => {
  await page.locator("main a[href*='lead=']").first().click();
  await page.getByRole("tab", { name: /Overview/ }).waitFor();
};

export const screens: readonly Screen[] = [
  { name: "studies-public", path: "/studies" },
  { name: "study-recruiting", path: "/studies/NCT06596954" },
  { name: "study-several-centres", path: "/studies/NCT99000001" },
  {
    name: "study-form-errors",
    path: "/studies/NCT06596954",
    prepare: async (page) => {
      await page.getByLabel("First name").fill("Amara");
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText(/need another look/).waitFor();
    },
  },
  { name: "study-sent", path: "/studies/NCT06596954/sent?site=1" },
  { name: "page-not-found", path: "/studies/NCT00000000" },
  {
    name: "share-reader",
    path: "/n/AAAAAAAAAAAAAAAAAAAAAA#1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  },
  { name: "sign-in", path: "/desk/" },
  { name: "today", who: "mei", path: "/desk/" },
  { name: "inbox", who: "mei", path: "/desk/inbox" },
  { name: "all-leads", who: "ada", path: "/desk/inbox?view=all" },
  { name: "lead", who: "mei", path: "/desk/inbox?view=mine", prepare: openFirstLead },
  {
    name: "lead-timeline",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.getByRole("tab", { name: /Timeline/ }).click();
    },
  },
  {
    name: "lead-notes",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.getByRole("tab", { name: /Notes/ }).click();
    },
  },
  {
    name: "lead-log-a-call",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      const panel = page.getByRole("complementary", { name: "Lead" });
      await panel.getByRole("button", { name: /^Log a call/ }).click();
    },
  },
  { name: "nothing-unassigned", who: "wen", path: "/desk/inbox?view=mine" },
  { name: "studies", who: "ada", path: "/desk/studies" },
  {
    name: "study",
    who: "ada",
    path: "/desk/studies",
    prepare: async (page) => {
      await page
        .getByRole("link", { name: /Lymphocyte/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Lymphocyte/ }).waitFor();
    },
  },
  { name: "import", who: "ada", path: "/desk/studies/import" },
  { name: "outbox", who: "ada", path: "/desk/outbox" },
  { name: "people", who: "ada", path: "/desk/people" },
  { name: "sites", who: "ada", path: "/desk/sites" },
  { name: "account", who: "mei", path: "/desk/account" },
  {
    name: "keys",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
];

interface Look {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
}

/** Visits every screen as who it is for, each open and quiet when it is looked at. */
export async function visitScreens(
  browser: Browser,
  desk: Desk,
  look: Look,
  visit: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  for (const who of new Set(screens.map((screen) => screen.who))) {
    const context = await browser.newContext({
      ...look,
      baseURL: desk.url,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    if (who) await signIn(page, desk, who);
    for (const screen of screens.filter((each) => each.who === who)) {
      await openScreen(page, screen);
      await visit(page, screen);
    }
    await context.close();
  }
}

export async function openScreen(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path);
  await page.locator("h1, h2").first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll("[aria-busy=true]").length === 0);
  await screen.prepare?.(page);
  await page.evaluate(() => document.fonts.ready);
}
