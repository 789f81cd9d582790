// The browser comes from npm (Linux x64), so that a bare machine needs nothing; elsewhere an installed
// Chrome is used. Each worker has a desk of its own: a real server, a real database, a real SMTP server.
import { defineConfig } from "@playwright/test";
import chromium from "@sparticuz/chromium";

const bundled = process.platform === "linux" && process.arch === "x64";

export default defineConfig({
  testDir: "src",
  outputDir: "test-results",
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json"]],
  use: {
    ...(bundled ? {} : { channel: "chrome" }),
    launchOptions: {
      ...(bundled ? { executablePath: await chromium.executablePath() } : {}),
      args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
    },
    trace: "retain-on-failure",
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
  },
  projects: [
    { name: "journeys", testMatch: "journeys/*.e2e.ts" },
    { name: "screenshots", testMatch: "screenshots/*.e2e.ts" },
  ],
});
