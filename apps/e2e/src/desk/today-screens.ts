// Today, a coordinator's first screen, in the states it comes into.
import type { Page } from "@playwright/test";
import { logCall } from "./log-call";
import type { Screen } from "./screen";

/** Answers "who is next" with nobody, whatever waits. */
const emptyTheQueue = async (page: Page) => {
  const nobody = { lead: null, why: null, last: [], nextTries: {}, wantedBy: null };
  await page.route("**/api/trpc/*leads.next*", async (route) => {
    const at = new URL(route.request().url()).pathname.split("/").at(-1)?.split(",");
    const response = await route.fetch();
    const answers: unknown[] = await response.json();
    const json = answers.map((answer, index) =>
      at?.[index] === "leads.next" ? { result: { data: nobody } } : answer,
    );
    await route.fulfill({ response, json });
  });
  await page.reload();
  await page.getByRole("heading", { name: "Nothing is waiting for you" }).waitFor();
};

export const todayScreens: readonly Screen[] = [
  {
    name: "home",
    who: "sam",
    path: "/desk/home",
    prepare: async (page) => {
      await page.getByRole("heading", { name: "Waiting, by age" }).waitFor();
      await page.getByText("As a table").first().click();
    },
  },
  {
    name: "today-skip",
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).click();
      await page.getByText("Skip: why?").waitFor();
    },
  },
  { name: "today", who: "mei", path: "/desk/" },
  {
    name: "today-call-later",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
      await logCall(page, "c");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "today-reached",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
      await logCall(page, "r");
      await page.getByText("What follows?").waitFor();
    },
  },
  {
    name: "today-questions",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
      await page.getByRole("button", { name: /questions/i }).click();
      await page.locator("li[aria-current]").waitFor();
    },
  },
  {
    name: "today-logged",
    hasOwnTab: true,
    who: "sam",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
      await logCall(page, "n");
      await page.getByText(/^Last:/).waitFor();
    },
  },
  { name: "today-empty", hasOwnTab: true, who: "mei", path: "/desk/", prepare: emptyTheQueue },
  {
    name: "today-offline",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
    },
  },
  {
    name: "today-put-aside",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/",
    prepare: async (page) => {
      const isOver = page.getByRole("heading", { name: /put aside/ });
      const skip = page.getByRole("button", { name: /^Skip/ });
      const inFront = page.getByRole("article").getByRole("heading", { level: 2 });
      for (;;) {
        await skip.or(isOver).waitFor();
        if (await isOver.isVisible()) return;
        const name = (await inFront.allTextContents()).join();
        // Between two leads there may be none for a moment.
        if (!name) continue;
        await skip.click();
        await page.getByRole("button", { name: /^Not just now/ }).click();
        // The button of the lead that goes is no sign of the next one.
        await inFront.filter({ hasText: name }).waitFor({ state: "hidden" });
      }
    },
    restore: async (page) => {
      await page.getByRole("button", { name: /^Bring (it|them) back/ }).click();
      await page.getByRole("button", { name: /^Skip/ }).waitFor();
    },
  },
];
