// Who works here and how they come in: people, invitations, one's own account.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const invite = async (page: Page) => {
  await page.getByRole("button", { name: "Invite a person" }).click();
  await page.getByRole("dialog").getByLabel("E-mail").waitFor();
};

const accountOfMei = async (page: Page) => {
  await page.getByRole("button", { name: /^Account of Mei/ }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).waitFor();
};

const makeInvitation = async (page: Page) => {
  await invite(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill("new.colleague@example.org");
  await dialog.getByRole("button", { name: "Invite" }).click();
  await dialog.getByLabel("Link").waitFor();
};

export const peopleScreens: readonly Screen[] = [
  { name: "people-not-allowed", who: "mei", path: "/desk/people" },
  { name: "people", who: "ada", path: "/desk/people" },
  { name: "invite", who: "ada", path: "/desk/people", prepare: invite },
  { name: "invite-made", who: "ada", path: "/desk/people", prepare: makeInvitation },
  {
    name: "invitation",
    who: "ada",
    path: "/desk/people",
    prepare: async (page) => {
      await makeInvitation(page);
      await page.goto(await page.getByRole("dialog").getByLabel("Link").inputValue());
      await page.getByLabel("Your name").waitFor();
    },
  },
  {
    name: "people-account",
    who: "ada",
    path: "/desk/people",
    prepare: accountOfMei,
  },
  {
    name: "deactivate",
    who: "ada",
    path: "/desk/people",
    prepare: async (page) => {
      await accountOfMei(page);
      await page.getByRole("menuitem", { name: "Deactivate…" }).click();
      await page.getByRole("dialog").getByText("signed out everywhere").waitFor();
    },
  },
  { name: "forgot-password", path: "/desk/forgot" },
  { name: "new-password-incomplete", path: "/desk/new-password" },
  { name: "account", who: "mei", path: "/desk/account" },
  {
    name: "second-factor",
    who: "mei",
    path: "/desk/account",
    prepare: async (page, desk) => {
      await page.getByRole("button", { name: "Set it up" }).click();
      await page.getByLabel("Your password").fill(desk.account("mei").password);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("img", { name: /^QR code of the key/ }).waitFor();
    },
  },
];
