// The visits to come, one of them about to be changed, and the consent that begins screening.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const openFirst = async (page: Page) => {
  await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: "Visit scheduled" })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("region", { name: "Visits" }).getByRole("listitem").first().waitFor();
};

export const visitScreens: readonly Screen[] = [
  { name: "visits", who: "mei", path: "/desk/visits" },
  {
    name: "visit-form",
    who: "mei",
    path: "/desk/visits",
    prepare: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: /^Plan a visit/ }).click();
      await page
        .getByRole("form", { name: "Plan a visit" })
        .getByLabel("When")
        .fill("tomorrow 10:30");
    },
  },
  {
    name: "consent-to-study",
    who: "mei",
    path: "/desk/visits",
    prepare: async (page) => {
      await openFirst(page);
      await page.getByRole("button", { name: /^Status/ }).click();
      await page.getByRole("menuitem", { name: /^In screening/ }).click();
      await page.getByRole("dialog").getByLabel("Day of consent").waitFor();
    },
  },
];
