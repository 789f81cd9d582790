// The browser comes from npm (Linux x64), so that a bare machine needs nothing; elsewhere an installed
// Chrome is used. Each worker has a desk of its own: a real server, a real database, a real SMTP server.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import chromium from "@sparticuz/chromium";
import { installFonts } from "./src/desk/install-fonts";

const bundled = process.platform === "linux" && process.arch === "x64";
const executablePath = bundled ? await chromium.executablePath() : undefined;
if (bundled) process.env.FONTCONFIG_FILE ??= installFonts(join(tmpdir(), "fonts"));

export default defineConfig({
  testDir: "src",
  globalSetup: "./src/desk/make-demo.ts",
  // More than a small machine has cores: a journey waits for half of its time.
  workers: 3,
  // For a browser that crashes by itself, now and then: read-report.ts trusts no other second try.
  retries: 1,
  timeout: 180_000,
  // A disk that is busy with something else may hold a write up for a good while.
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json"]],
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    ...(bundled ? {} : { channel: "chrome" }),
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
    },
    // A trace costs a fifth of the time (`--trace on` makes one); a failure tells what was on the page.
    trace: "off",
    // Nothing waits for a movement to end.
    contextOptions: { reducedMotion: "reduce" },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
  },
  projects: [
    // Each empties its own folder before it runs: the pictures outlive the journeys.
    { name: "journeys", testMatch: "journeys/*.e2e.ts", outputDir: "test-results/journeys" },
    { name: "screenshots", testMatch: "screenshots/*.e2e.ts", outputDir: "test-results/pictures" },
  ],
});
