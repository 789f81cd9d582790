// A morning at the telephone: two coordinators who never meet, a tab that is loaded anew amid a note, a
// call that is taken back, and a lead that is put aside with a reason.
import type { Page, Route } from "@playwright/test";
import { bringCallers } from "../desk/bring-callers";
import { logCall } from "../desk/log-call";
import { expect, letIn, signIn, test } from "../desk/test";

const nameOf = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });
const readName = async (page: Page) => (await nameOf(page).textContent()) ?? "";
const lastLogged = (page: Page) => page.getByRole("status").filter({ hasText: /^Last:/ });

test.describe("when the session ends", () => {
  // What was asked for after it ended is refused, by design.
  test.use({ expectedFaults: [/status of 401/] });

  test("a call that was logged too late is logged once the same person is back", async ({
    context,
    desk,
    page,
  }) => {
    await signIn(page, desk, "mei");
    const name = await readName(page);
    // At the moment the call is sent. Sooner, something else that the page asks would be refused first, and the
    // sign-in page would stand between the key and the desk's "Why all the same?".
    const signOut = async (route: Route) => {
      await context.clearCookies();
      await route.fulfill({ response: await route.fetch() });
    };
    await page.route("**/leads.logContact*", signOut, { times: 1 });
    await logCall(page, "v");
    const { email, password } = desk.account("mei");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(lastLogged(page)).toContainText(`${name} · Left voicemail`);
    await expect(nameOf(page)).not.toHaveText(name);
  });
});

test.describe("when an answer gets lost", () => {
  test.use({ expectedFaults: [/ERR_FAILED/] });

  test("a press that the server has, and the tab does not know of, is logged once", async ({
    desk,
    page,
  }) => {
    await signIn(page, desk, "mei");
    const name = await readName(page);
    const since = new Date().toISOString();
    let leadId = 0;
    // It arrives; the way back is cut for as long as this page lives.
    let isCut = true;
    await page.route("**/leads.logContact*", async (route) => {
      leadId = route.request().postDataJSON()["0"].leadId;
      const answer = await route.fetch();
      // The tab may have given the question up by itself.
      await (isCut ? route.abort() : route.fulfill({ response: answer })).catch(() => undefined);
    });
    await logCall(page, "v");
    await expect(nameOf(page)).not.toHaveText(name);
    page.on("dialog", (dialog) => void dialog.accept());
    page.once("framenavigated", () => {
      isCut = false;
    });
    await page.reload();
    await expect(lastLogged(page)).toContainText(`${name} · Left voicemail`);
    const kinds = await page.evaluate(
      async ([lead, from]) => {
        const answer = await fetch("/api/trpc/leads.timeline", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ leadId: lead }),
        });
        const entries: { at: string; activity: { kind: string } }[] = (await answer.json()).result
          .data;
        return entries.filter(({ at }) => at > from).map(({ activity }) => activity.kind);
      },
      [leadId, since] as const,
    );
    expect(kinds.filter((kind) => kind === "contact_attempted")).toHaveLength(1);
  });
});

test("two coordinators share the queue, and a break loses nothing", async ({
  browser,
  desk,
  page,
}) => {
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await Promise.all([signIn(page, desk, "mei"), letIn(other.request, desk, "ada")]);
  await bringCallers(page, 6);
  await Promise.all([page.goto(`${desk.url}/desk/`), other.goto(`${desk.url}/desk/`)]);
  await expect(nameOf(page)).toBeVisible();
  await expect(nameOf(other)).toBeVisible();

  // Both work at once; no name comes to both.
  const seen = { mine: new Set<string>(), theirs: new Set<string>() };
  for (let n = 0; n < 2; n += 1) {
    const [mine, theirs] = await Promise.all([readName(page), readName(other)]);
    seen.mine.add(mine);
    seen.theirs.add(theirs);
    await Promise.all([logCall(page, "v"), logCall(other, "v")]);
    await expect(lastLogged(page)).toContainText(mine);
    await expect(lastLogged(other)).toContainText(theirs);
    await expect(nameOf(page)).not.toHaveText(mine);
    await expect(nameOf(other)).not.toHaveText(theirs);
  }
  expect([...seen.mine].filter((name) => seen.theirs.has(name))).toEqual([]);
  await elsewhere.close();

  // Loaded anew amid a note: the same lead, and every word of it.
  const interrupted = await readName(page);
  await page.keyboard.press("a");
  await page.keyboard.type("Rang off in the middle, wants to know about");
  await page.reload();
  await expect(nameOf(page)).toHaveText(interrupted);
  const note = page.getByLabel("Note that goes with the outcome");
  await expect(note).toHaveValue("Rang off in the middle, wants to know about");

  // Spoken with, and loaded anew before it was said what follows: that is asked again.
  await logCall(page, "r");
  await expect(page.getByText("What follows?")).toBeVisible();
  await page.reload();
  await expect(page.getByText("What follows?")).toBeVisible();
  await expect(nameOf(page)).toHaveText(interrupted);
  await page.getByRole("button", { name: /^Next lead/ }).click();
  await expect(nameOf(page)).not.toHaveText(interrupted);

  // A wrong key: z brings the lead back in front, as if nothing had been logged.
  const mistaken = await readName(page);
  await logCall(page, "b");
  await expect(lastLogged(page)).toContainText(`${mistaken} · Busy`);
  await page.keyboard.press("z");
  await expect(nameOf(page)).toHaveText(mistaken);
  await expect(page.getByText(/^Taken back/).first()).toBeVisible();

  // Put aside: why, and it comes back when the reason says so, or when it is wanted.
  await page.keyboard.press("s");
  await page.keyboard.press("3");
  await expect(lastLogged(page)).toContainText(/waiting for somebody.*back tomorrow/);
  await expect(nameOf(page)).not.toHaveText(mistaken);
  await page.getByRole("button", { name: /^Take back/ }).click();
  await expect(nameOf(page)).toHaveText(mistaken);
});
