// What readers of study alerts see: the sign-up, the yes to it, and their own page.
import { expect, type Page } from "@playwright/test";
import type { Screen } from "./screen";
import type { Desk } from "./start-desk";

interface AlertLinks {
  confirm: string;
  preferences: string;
}

const brought = new WeakMap<Desk, Promise<AlertLinks>>();

/** Signs somebody up, once to a desk, however often it is asked; gives the links of their mails. */
function bringAlert(desk: Desk): Promise<AlertLinks> {
  const known = brought.get(desk) ?? bring(desk);
  brought.set(desk, known);
  return known;
}

async function bring(desk: Desk): Promise<AlertLinks> {
  const wish = {
    email: "amina@example.org",
    condition: "Insomnia",
    place: "Chicago",
    radius: "50",
  };
  const signUp = () =>
    fetch(`${desk.url}/alerts`, { method: "POST", body: new URLSearchParams(wish) });
  const mailed = async (pattern: RegExp) => {
    const find = () =>
      desk
        .mails()
        .flatMap(({ text = "" }) => pattern.exec(text) ?? [])
        .at(-1);
    await expect.poll(find).toBeDefined();
    return find() ?? "";
  };
  await signUp();
  const confirm = await mailed(/\/alerts\/confirm\/[\w-]{43}/);
  await fetch(desk.url + confirm, { method: "POST" });
  // Whoever signs up again gets the link to their own page.
  await signUp();
  const preferences = await mailed(/\/alerts\/\d+\.[\w-]{43}/);
  return { confirm, preferences };
}

const open =
  (link: keyof AlertLinks, language = "") =>
  async (page: Page, desk: Desk) => {
    await page.goto(language + (await bringAlert(desk))[link]);
  };

const chooseTown = async (page: Page) => {
  await page.locator("#place").fill("Springfield");
  await page.getByRole("main").getByRole("button").click();
  await page.getByRole("radio").first().waitFor();
};

export const alertScreens: readonly Screen[] = [
  { name: "alerts", path: "/alerts?study=NCT99000001" },
  { name: "alerts-arabic-town", path: "/ar/alerts", prepare: chooseTown },
  { name: "alerts-asked", path: "/es/alerts/sent" },
  { name: "alerts-confirm", path: "/alerts", prepare: open("confirm") },
  {
    name: "alerts-confirmed",
    path: "/alerts",
    prepare: async (page, desk) => {
      await open("confirm", "/zh")(page, desk);
      await page.getByRole("main").getByRole("button").click();
    },
  },
  { name: "alerts-own-page", path: "/alerts", prepare: open("preferences") },
  { name: "alerts-own-page-arabic", path: "/alerts", prepare: open("preferences", "/ar") },
  { name: "alerts-ended", path: "/alerts/ended" },
  { name: "alerts-gone", path: "/alerts/nothing" },
];
