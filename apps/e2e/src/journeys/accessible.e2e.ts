// Every screen, on a phone and on a desk, light and dark: nothing for axe to find (WCAG 2.2 AA).
import AxeBuilder from "@axe-core/playwright";
import { visitScreens } from "../desk/screens";
import { expect, test } from "../desk/test";

const looks = [
  { name: "desk, light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "phone, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

// A form that was not filled in answers 422, a study that is not there 404.
test.use({ expectedFaults: [/status of 4(04|22)/] });

test.describe.configure({ timeout: 360_000 });

for (const { name, viewport, colorScheme } of looks) {
  test(`axe finds nothing on any screen (${name})`, async ({ browser, desk }) => {
    const found: Record<string, unknown> = {};
    await visitScreens(browser, desk, { viewport, colorScheme }, async (page, screen) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      if (violations.length > 0) {
        found[screen.name] = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      }
    });
    expect(found).toEqual({});
  });
}
