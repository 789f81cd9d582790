// Every screen, on a desk by day or, where it stands, on a phone at night, in turn; `pnpm e2e` looks at each
// both ways. Nothing for axe to find (WCAG 2.2 AA).
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { screenParts, visitScreens } from "../desk/screens";
import { expect, test } from "../desk/test";

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
    await visitScreens(browser, running, screens, desk, async (page, screen) => {
      const isForPhone = screens.indexOf(screen) % 2 === 1;
      if (looksBothWays || !isForPhone) await analyse(page, `${screen.name}, desk`, found);
      if (!looksBothWays && !isForPhone) return;
      await page.emulateMedia({ colorScheme: phone.colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize(phone.viewport);
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
      );
      await analyse(page, `${screen.name}, phone`, found);
    });
    expect(found).toEqual({});
  });
}

async function analyse(page: Page, name: string, found: Record<string, unknown>): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // In one page instead of two: what it leaves out are frames of other hosts, and we have none.
    .setLegacyMode(true)
    // Describing all that passed would take longer than looking.
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  if (violations.length > 0) {
    found[name] = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }
}
