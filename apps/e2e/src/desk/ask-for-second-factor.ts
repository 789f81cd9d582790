// A demo asks nobody for a second factor: here its answers say that it does, until one is set up.
import type { Page } from "@playwright/test";

interface Answer {
  result?: { data: { secondFactor?: { isOn: boolean } } | null };
}

/** From the next time on that the page asks who it is; `isNeeded`: the grace is over. */
export async function askForSecondFactor(
  page: Page,
  { isNeeded }: { isNeeded: boolean },
): Promise<void> {
  const dueAt = "2026-12-01T12:00:00.000Z";
  await page.route("**/api/trpc/*people.me*", async (route) => {
    const response = await route.fetch();
    const answers: Answer[] = await response.json();
    for (const { result } of answers) {
      const factor = result?.data?.secondFactor;
      if (factor && !factor.isOn) Object.assign(factor, { dueAt, isNeeded });
    }
    await route.fulfill({ response, json: answers });
  });
}
