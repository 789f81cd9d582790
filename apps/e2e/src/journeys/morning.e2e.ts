// A coordinator's morning by the keyboard alone: from the inbox to Today by a key, twenty leads one after
// the other, a look at what became of them, and the palette. It tells how many keys and how much time a
// lead took; how fast each key is answered is measured by `pnpm bench ui`.
import type { Page } from "@playwright/test";
import { bringCallers } from "../desk/bring-callers";
import { logCall } from "../desk/log-call";
import { expect, signIn, test } from "../desk/test";

test.use({ ownDesk: true });

const callers = 20;
const nameOf = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });

test("twenty leads are triaged from Today by keys alone", async ({ page, desk }, info) => {
  await signIn(page, desk, "mei");
  await bringCallers(page, callers);
  await page.goto("/desk/inbox");
  await expect(page.getByRole("row").nth(1)).toBeVisible();

  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  await press("g", "t");
  await expect(nameOf(page)).toBeVisible();

  const done: string[] = [];
  const startedAt = Date.now();
  keys = 0;
  for (let n = 0; n < callers; n += 1) {
    const name = (await nameOf(page).textContent()) ?? "";
    // Most do not pick up; every fifth does and wants to know more, every tenth has had enough.
    const isReached = n % 5 === 4;
    keys += await logCall(page, isReached ? "r" : n % 2 === 0 ? "n" : "v");
    if (isReached) {
      await expect(page.getByText("What follows?")).toBeVisible();
      if (n % 10 === 9) await press("d", "1");
      else if (await page.getByRole("button", { name: /^Start pre-screening/ }).isVisible()) {
        await press("p");
      } else await press("Enter");
    }
    await expect(nameOf(page)).not.toHaveText(name);
    done.push(name);
  }
  const perLead = (total: number) => (total / callers).toFixed(1);
  info.annotations.push({
    type: "a lead takes",
    description: `${perLead(keys)} keys, ${perLead(Date.now() - startedAt)} ms with the browser driven`,
  });
  expect(new Set(done).size).toBe(callers);
  expect(keys / callers).toBeLessThan(3);

  // All of it is there: nobody on whom a key was pressed is as before.
  const lastName = done.at(-1) ?? "";
  await press("Control+k");
  await page.keyboard.type(lastName);
  await expect(page.getByRole("option", { name: lastName })).toBeVisible();
  await press("Enter");
  await expect(page.getByRole("heading", { name: lastName })).toBeVisible();
  await page.getByRole("tab", { name: "Timeline" }).press("Enter");
  await expect(page.getByText("phone").first()).toBeVisible();

  // Keys are the person's own: two of them swap places, here and at the next sign-in.
  await press("g", "t");
  await expect(nameOf(page)).toBeVisible();
  await press("?");
  const change = page.getByRole("button", { name: "No answer: change the key" });
  await change.press("Enter");
  await press("x");
  await expect(page.getByText("No answer: now x.")).toBeVisible();
  await press("Escape");
  await page.reload();
  const name = (await nameOf(page).textContent()) ?? "";
  await logCall(page, "x");
  await expect(nameOf(page)).not.toHaveText(name);
});
