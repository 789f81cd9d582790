// Who works here and how they come in: people, invitations, one's own account.
import type { Page } from "@playwright/test";
import { askForSecondFactor } from "./ask-for-second-factor";
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

const beginSecondFactor = async (page: Page, password: string) => {
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("img", { name: /^QR code of the key/ }).waitFor();
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
      await askForSecondFactor(page, { isNeeded: false });
      await page.reload();
      await page.getByRole("complementary", { name: "Second factor" }).waitFor();
      await page.getByRole("button", { name: "Set it up" }).click();
      await beginSecondFactor(page, desk.account("mei").password);
    },
  },
  {
    name: "second-factor-needed",
    who: "mei",
    path: "/desk/account",
    prepare: async (page) => {
      await askForSecondFactor(page, { isNeeded: true });
      await page.reload();
      await page.getByRole("heading", { name: "Set up your second factor" }).waitFor();
      // Nothing is turned on: the next look signs in with the password alone.
      const key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
      const recoveryCodes = Array.from({ length: 10 }, (_, at) => `0f3k-9d2m-7x1q-4c${at}p`);
      const answers = { begin: { key, uri: `otpauth://totp/Studydesk?secret=${key}` } };
      for (const [name, data] of Object.entries({ ...answers, confirm: { recoveryCodes } })) {
        await page.route(`**/api/trpc/people.secondFactor.${name}*`, (route) =>
          route.fulfill({ json: [{ result: { data } }] }),
        );
      }
      await beginSecondFactor(page, "the right one, surely");
      await page.getByLabel("The code that the app shows now").fill("123456");
      await page.getByRole("button", { name: "Turn it on" }).click();
      await page.getByRole("list", { name: "Recovery codes" }).waitFor();
    },
    hasOwnTab: true,
  },
  {
    name: "sign-in-code",
    path: "/desk/",
    prepare: async (page) => {
      const json = { code: "unauthenticated", reason: "code_needed", message: "Type the code." };
      await page.route("**/sign-in/email", (route) => route.fulfill({ status: 401, json }));
      await page.getByLabel("E-mail").fill("mei.coordinator@example.org");
      await page.getByLabel("Password", { exact: true }).fill("the right one, surely");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByLabel("Code of your authenticator app").waitFor();
    },
    hasOwnTab: true,
  },
];
