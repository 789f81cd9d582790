// A picture of every screen at three widths, light and dark, to be looked at; and the README's.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { visitScreens } from "../desk/screens";
import { test } from "../desk/test";

const folder = resolve(import.meta.dirname, "../../test-results/screens");
const pictures = resolve(import.meta.dirname, "../../../../docs/pictures");
const widths = { 390: 844, 834: 1112, 1440: 900 } as const;

test.use({ expectedFaults: [/status of 4(04|22)/] });

for (const [width, height] of Object.entries(widths)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`pictures at ${width} px, ${colorScheme}`, async ({ browser, desk }) => {
      mkdirSync(folder, { recursive: true });
      const viewport = { width: Number(width), height };
      await visitScreens(browser, desk, { viewport, colorScheme }, async (page, screen) => {
        const path = join(folder, `${screen.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: screen.who === undefined });
        if (screen.name === "today" && width === "1440" && colorScheme === "light") {
          await page.screenshot({ path: join(pictures, "today.png") });
        }
      });
    });
  }
}
