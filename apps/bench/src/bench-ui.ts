// How soon each key is answered on the screen: from the press to the next painted frame, measured in the
// page itself, with many leads behind it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, chromium as playwright } from "@playwright/test";
import chromium from "@sparticuz/chromium";
import { z } from "zod";
import { seedLeads } from "./seed-leads";
import { startDemo } from "./start-demo";

const defaultLeads = 100_000;
const accounts = z.array(z.object({ email: z.string(), password: z.string() }));
const paints = z.array(z.number());

/** `--leads N`. Prints for each thing that is done with keys: how often, the middle, 95 of 100, the worst. */
export async function benchUi(args: string[]): Promise<void> {
  const at = args.indexOf("--leads");
  const leads = at < 0 ? defaultLeads : Number(args[at + 1]);
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  const write = (line: string) => process.stdout.write(line);
  try {
    write(`Making up ${leads.toLocaleString("en")} leads …\n`);
    await seedLeads(folder, leads);
    const demo = await startDemo(folder);
    const isBundled = process.platform === "linux" && process.arch === "x64";
    const browser = await playwright.launch({
      ...(isBundled ? { executablePath: await chromium.executablePath() } : { channel: "chrome" }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.addInitScript(watchKeys);
      await signIn(page, demo.url, folder);
      const all: number[] = [];
      for (const { title, run } of tasks) {
        await run(page, demo.url);
        const taken = paints.parse(await page.evaluate("window.takePaints()"));
        all.push(...taken);
        write(line(title, taken));
      }
      write(line("All keys together", all));
    } finally {
      await browser.close();
      await demo.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: a frame is painted when a message that was posted in its animation callback comes back. */
const watchKeys = `
  window.paintsTaken = [];
  window.takePaints = () => window.paintsTaken.splice(0);
  window.addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.paintsTaken.push(performance.now() - timeStamp);
      channel.port2.postMessage(0);
    });
  }, { capture: true });
`;

interface Task {
  title: string;
  run(page: Page, url: string): Promise<void>;
}

const tasks: readonly Task[] = [
  {
    title: "Today: log an outcome, the next lead",
    async run(page, url) {
      await page.goto(`${url}/desk/`);
      const name = page.getByRole("article").getByRole("heading", { level: 2 });
      await name.waitFor();
      await page.evaluate("window.takePaints()");
      for (let n = 0; n < 40; n += 1) {
        const before = await name.textContent();
        await page.keyboard.press("v");
        if (await page.getByRole("region", { name: "Why all the same" }).isVisible()) {
          await page.keyboard.press("3");
        }
        await page
          .getByRole("article")
          .getByRole("heading", { level: 2 })
          .filter({ hasNotText: before ?? "" })
          .waitFor();
      }
    },
  },
  {
    title: "List: move down, row by row",
    async run(page, url) {
      await openList(page, url);
      await pressEach(page, "j", 200);
    },
  },
  { title: "List: select a row, and on", run: (page) => pressInTurn(page, ["x", "j"], 40) },
  { title: "List: select a range", run: (page) => pressEach(page, "Shift+j", 40) },
  {
    title: "List: open the lead, and the next beside it",
    async run(page) {
      await page.keyboard.press("*");
      await page.keyboard.press("n");
      await page.keyboard.press("Enter");
      await page.getByRole("complementary", { name: "Lead" }).waitFor();
      await page.evaluate("window.takePaints()");
      await pressEach(page, "j", 60);
    },
  },
  {
    title: "List: type a search",
    async run(page) {
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.evaluate("window.takePaints()");
      for (const text of ["garcía lu", "555 01", "wei zh"]) {
        await page.keyboard.type(text, { delay: 120 });
        await page.keyboard.press("Control+a");
      }
      await page.keyboard.press("Delete");
    },
  },
  {
    title: "Palette: open it and type",
    async run(page) {
      for (const text of ["garcia", "unassi", "status"]) {
        await page.keyboard.press("Control+k");
        await page.keyboard.type(text, { delay: 120 });
        await page.keyboard.press("Escape");
      }
    },
  },
];

async function openList(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/desk/inbox?view=all`);
  await page.getByRole("row").nth(1).waitFor();
  await page.evaluate("window.takePaints()");
}

async function pressEach(page: Page, key: string, times: number): Promise<void> {
  await pressInTurn(page, [key], times);
}

/** As fast as a key repeats that is held down. */
async function pressInTurn(page: Page, keys: readonly string[], times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(33);
    }
  }
}

async function signIn(page: Page, url: string, folder: string): Promise<void> {
  const known = accounts.parse(
    JSON.parse(readFileSync(join(folder, "demo-accounts.json"), "utf8")),
  );
  const account = known.find(({ email }) => email.startsWith("ada"));
  if (!account) throw new Error("The demo has no Ada.");
  await page.goto(`${url}/desk/`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
}

function line(title: string, taken: readonly number[]): string {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  const count = String(sorted.length).padStart(4);
  const [p50, p95, worst] = [at(0.5), at(0.95), at(1)].map((ms) => ms.padStart(4));
  return `${title.padEnd(48)} ${count} keys   p50 ${p50} ms   p95 ${p95} ms   worst ${worst} ms\n`;
}
