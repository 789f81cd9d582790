// What an investigator works with, in the states that the demo brings along; and what others see of it.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const openCandidate = (mark: string) => async (page: Page) => {
  const queue = page.getByRole("region", { name: "Queue" });
  await queue.getByRole("link", { name: mark }).first().click();
  await page.getByRole("form", { name: "Decision" }).waitFor();
};

export const reviewScreens: readonly Screen[] = [
  {
    name: "review-sign",
    who: "wen",
    path: "/desk/review",
    prepare: async (page) => {
      await openCandidate("answered your question")(page);
      await page.getByRole("radio", { name: "Not eligible" }).check();
      await page.getByRole("button", { name: "Sign and next" }).click();
      await page.getByText("Name the criterion that failed.").waitFor();
    },
  },
  {
    name: "review-sign-again",
    who: "wen",
    path: "/desk/review",
    prepare: openCandidate("sign again"),
  },
  { name: "review-not-allowed", who: "mei", path: "/desk/review" },
];
