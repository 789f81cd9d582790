// The contact form in the states that it comes into while somebody fills it in and sends it.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const path = "/studies/NCT06596954";

/** The screens share a browser: what one keeps would come back on the next. */
async function keepNothing(page: Page): Promise<void> {
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {};
  });
}

async function fillIn(page: Page): Promise<void> {
  await keepNothing(page);
  await page.getByLabel("First name").fill("Amara");
  await page.getByLabel("Last name").fill("Vossbeck");
  await page.getByRole("textbox", { name: "E-mail" }).fill("amara.vossbeck@example.org");
  await page.getByRole("textbox", { name: "Phone" }).fill("021 5555 0108");
  await page.getByRole("checkbox").check();
}

const outsideAges = async (page: Page) => {
  await fillIn(page);
  await page.getByLabel("Year of birth").fill("2019");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("button", { name: "Send it all the same" }).waitFor();
};

export const formScreens: readonly Screen[] = [
  {
    name: "study-form-errors",
    path,
    prepare: async (page) => {
      await keepNothing(page);
      await page.getByLabel("First name").fill("Amara");
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("Enter your last name.").first().waitFor();
    },
  },
  {
    name: "study-form-summary",
    path,
    prepare: async (page) => {
      // As it comes back to a browser without the script.
      await page.locator("form[data-study]").evaluate((form) => {
        if (form instanceof HTMLFormElement) form.submit();
      });
      await page.getByText(/need another look/).waitFor();
    },
  },
  {
    name: "study-form-filled-in",
    path,
    prepare: async (page) => {
      await fillIn(page);
      await page.getByLabel("Your message").fill("Is there a bus?");
      await page.locator("#phone-read").waitFor();
    },
  },
  { name: "study-form-outside-ages", path, prepare: outsideAges },
  {
    name: "study-form-outside-ages-arabic",
    path: `/ar${path}`,
    prepare: async (page) => {
      await keepNothing(page);
      await page.locator("#birth_year").fill("2019");
      await page.locator("form[data-study]").evaluate((form) => {
        if (form instanceof HTMLFormElement) form.submit();
      });
      await page.locator("#problems").waitFor();
    },
  },
  {
    name: "study-form-waiting",
    path,
    prepare: async (page) => {
      await page.route(`**${path}`, (route) =>
        route.request().method() === "POST" ? route.abort() : route.continue(),
      );
      await fillIn(page);
      await page.locator("#phone-read").waitFor();
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByRole("button", { name: "Do not send" }).waitFor();
    },
  },
];
