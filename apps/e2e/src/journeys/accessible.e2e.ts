// Every screen, on a desk by day or, where it stands, on a phone at night, in turn; `pnpm e2e` looks at each
// both ways. Nothing for axe to find (WCAG 2.2 AA).
import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { Screen } from "../desk/screen";
import { screenParts, type Visit, visitScreens } from "../desk/screens";
import { expect, test } from "../desk/test";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const desk = { viewport: { width: 1440, height: 900 }, colorScheme: "light" } as const;
const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;

// A form that was not filled in answers 422, a study that is not there 404.
test.use({ expectedFaults: [/status of 4(04|22)/] });

test.describe.configure({ timeout: 360_000, mode: "parallel" });

const looksBothWays = process.env.LOOKS === "both";

for (const [part, screens] of Object.entries(screenParts)) {
  test(`axe finds nothing on the screens of ${part}, on a desk in light ${looksBothWays ? "and" : "or"} on a phone in dark`, async ({
    browser,
    desk: running,
  }) => {
    const found: Record<string, unknown> = {};
    for (const visits of roundsOf(screens)) {
      await visitScreens(browser, running, visits, async (page, { screen, look }) => {
        const violations = await analyse(page);
        const name = `${screen.name}, ${look === phone ? "phone" : "desk"}`;
        if (violations.length > 0) found[name] = violations;
      });
    }
    expect(found).toEqual({});
  });
}

/** One after the other, each in browsers of its own. */
function roundsOf(screens: readonly Screen[]): Visit[][] {
  const onPhone = screens.filter(({ isForDesk }) => !isForDesk);
  if (looksBothWays) {
    return [
      screens.map((screen) => ({ screen, look: desk })),
      onPhone.map((screen) => ({ screen, look: phone })),
    ];
  }
  const inTurn = screens.map((screen, index) => ({
    screen,
    look: index % 2 === 0 || screen.isForDesk ? desk : phone,
  }));
  return [inTurn];
}

/** What axe finds on a page as it is, with the places. */
async function analyse(page: Page): Promise<unknown[]> {
  // Reading its half a megabyte takes as long as a look: once for whatever is shown within one document.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options = {
    // Describing all that passed would take longer than looking.
    resultTypes: ["violations"],
    runOnly: {
      type: "tag",
      values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
  } satisfies axe.RunOptions;
  return page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document, asked);
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }, options);
}
