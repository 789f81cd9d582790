// What visitors and recipients see.
import type { Page } from "@playwright/test";
import { bringLeads } from "./bring-leads";
import { formScreens } from "./form-screens";
import { noteScreens } from "./note-screens";
import { ownLinkOf } from "./own-links";
import { readerScreens } from "./reader-screens";
import type { Screen } from "./screen";
import type { Desk } from "./start-desk";

/** Opens the page of somebody who wrote, below their private link. */
const openOwnPage =
  (email: string, below = "") =>
  async (page: Page, desk: Desk) => {
    await bringLeads(desk);
    await page.goto((await ownLinkOf(desk, email)) + below);
  };

export const publicScreens: readonly Screen[] = [
  { name: "studies-public", path: "/studies" },
  { name: "study-recruiting", path: "/studies/NCT06596954" },
  { name: "study-several-centres", path: "/studies/NCT99000001" },
  ...formScreens,
  ...noteScreens,
  { name: "study-sent", path: "/studies/NCT06596954/sent?site=1" },
  { name: "own-page", path: "/status", prepare: openOwnPage("ifeoma@example.org") },
  {
    name: "own-page-arabic",
    path: "/status",
    prepare: async (page, desk) => {
      await bringLeads(desk);
      await page.goto(`/ar${await ownLinkOf(desk, "nour@example.org")}`);
    },
  },
  { name: "own-page-erase", path: "/status", prepare: openOwnPage("ifeoma@example.org", "/erase") },
  {
    name: "own-page-withdraw",
    path: "/status",
    prepare: openOwnPage("ifeoma@example.org", "/withdraw"),
  },
  { name: "own-page-link-again", path: "/status" },
  { name: "own-page-link-asked", path: "/status/asked" },
  { name: "own-page-unknown", path: "/status/nobodys" },
  { name: "page-not-found", path: "/studies/NCT00000000" },
  ...readerScreens,
  { name: "sign-in", path: "/desk/" },
  {
    name: "sign-in-refused",
    path: "/desk/",
    prepare: async (page) => {
      await page.route("**/sign-in/email", (route) =>
        route.fulfill({ status: 401, json: { code: "INVALID_EMAIL_OR_PASSWORD" } }),
      );
      await page.getByLabel("E-mail").fill("mei.coordinator@example.org");
      await page.getByLabel("Password", { exact: true }).fill("not this one, surely");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "invitation-cut-link", path: "/desk/invitation" },
];
