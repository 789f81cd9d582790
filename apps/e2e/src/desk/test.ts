// What every journey starts from: a running desk, a mailbox, and a page on which a stray console error
// or a failed request of our own fails the test.
import { join } from "node:path";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { openDatabase } from "@studydesk/db/open-database";
import { type Desk, startOwnDesk } from "./start-desk";
import { type Mailbox, startMailbox } from "./start-mailbox";

interface WorkerFixtures {
  mailbox: Mailbox;
  sharedDesk: Desk;
}
interface TestFixtures {
  /** A journey that changes studies or people for good has a desk of its own, and disturbs no other. */
  ownDesk: boolean;
  desk: Desk;
  /** Browser faults that a journey expects (a refused request shows in the console), as text to match. */
  expectedFaults: RegExp[];
  watchFaults: undefined;
  forgetTries: undefined;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  mailbox: [
    async ({}, use) => {
      const mailbox = await startMailbox();
      await use(mailbox);
      await mailbox.stop();
    },
    { scope: "worker" },
  ],
  sharedDesk: [
    async ({ mailbox }, use) => {
      const desk = await startOwnDesk({}, mailbox);
      await use(desk);
      await desk.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  ownDesk: [false, { option: true }],
  desk: async ({ ownDesk, sharedDesk, mailbox }, use) => {
    if (!ownDesk) return use(sharedDesk);
    const desk = await startOwnDesk({}, mailbox);
    await use(desk);
    await desk.stop();
  },
  baseURL: async ({ desk }, use) => use(desk.url),
  expectedFaults: [[], { option: true }],
  // All journeys come from one network: what one of them wrote or tried counts against no other.
  forgetTries: [
    async ({ desk }, use) => {
      const db = openDatabase(join(desk.folder, "studydesk.db"));
      await db.deleteFrom("limits").execute();
      await db.destroy();
      await use(undefined);
    },
    { auto: true },
  ],
  watchFaults: [
    async ({ context, expectedFaults }, use) => {
      const faults = watchFaults(context);
      await use(undefined);
      const unexpected = faults.filter((text) => !expectedFaults.some((known) => known.test(text)));
      expect(unexpected, "faults in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Collects console errors and uncaught exceptions of every page in a context. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  context.on("weberror", (error) => faults.push(String(error.error())));
  return faults;
}

/** Whoever comes with these requests is known to the desk from now on. */
export async function letIn(request: APIRequestContext, desk: Desk, who: string): Promise<void> {
  const { email, password } = desk.account(who);
  const answer = await request.post(`${desk.url}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin: desk.url },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Lets somebody in without the form at the door, and opens a screen of the desk. */
export async function signIn(page: Page, desk: Desk, who: string, path = "/desk/"): Promise<void> {
  await letIn(page.request, desk, who);
  await page.goto(desk.url + path);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}

/** As a person does it. */
export async function signInAtDoor(page: Page, desk: Desk, who: string): Promise<void> {
  const { email, password } = desk.account(who);
  await page.goto(`${desk.url}/desk/`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
}
