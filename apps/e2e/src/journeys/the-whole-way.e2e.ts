// A visitor's message becomes a lead, is triaged, annotated, shared and opened: the job that everything
// else stands on, as the people in it do it.
import { logInPanel } from "../desk/log-call";
import { expect, signInAtDoor, test, watchFaults } from "../desk/test";

// The second opening of a share that opens once, and the wrong passcode, are refused by design.
test.use({ expectedFaults: [/status of 4(04|10)/] });

test("a visitor's message becomes a lead, is triaged, annotated, shared, opened once and answered", async ({
  browser,
  page,
  desk,
  mailbox,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAtDoor(page, desk, "mei");
  await page.goto("/desk/inbox");
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();

  // The visitor, without JavaScript.
  const visitorContext = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await visitorContext.newPage();
  await visitor.goto(`${desk.url}/studies/NCT06596954`);
  await visitor.getByLabel("First name").fill("Teodora");
  await visitor.getByLabel("Last name").fill("Quillmarsh");
  await visitor.getByRole("textbox", { name: "E-mail" }).fill("teodora.quillmarsh@example.org");
  await visitor.getByRole("textbox", { name: "Phone" }).fill("021 5555 0142");
  await visitor.getByLabel("Your message").fill("Could somebody call me after three o'clock?");
  await visitor.getByRole("button", { name: "Send" }).click();
  // Consent was forgotten: the page says so and keeps what was typed.
  await expect(visitor.getByLabel("First name")).toHaveValue("Teodora");
  await visitor.getByRole("checkbox").check();
  await visitor.getByRole("button", { name: "Send" }).click();
  await expect(visitor.getByRole("main")).toContainText("Ruijin Hospital");
  expect(visitor.url()).not.toContain("quillmarsh");
  await visitorContext.close();

  // The coordinator sees it appear without reloading, and calls.
  const row = page.getByRole("row", { name: /Teodora Quillmarsh/ });
  await expect(row).toBeVisible();
  await row.click();
  const panel = page.getByRole("complementary", { name: "Lead" });
  await expect(panel.getByRole("heading", { name: "Teodora Quillmarsh" })).toBeVisible();
  await expect(panel).toContainText("Could somebody call me after three o'clock?");
  await page.keyboard.press("c");
  await panel.getByText("Reached", { exact: true }).click();
  await panel.getByLabel("What was said").fill("Wants to know about travel.");
  await logInPanel(panel);
  await expect(panel.getByText("Contacting", { exact: false }).first()).toBeVisible();
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: /Pre-screening/ }).click();
  await expect(panel.getByText("Pre-screening").first()).toBeVisible();

  // A private note, and a sealed copy of it for somebody outside.
  await page.keyboard.press("n");
  await panel.getByLabel("New note").fill("The pathology report is with the referring clinic.");
  await page.keyboard.press("Control+Enter");
  // The live event may bring the note before its field is empty again.
  const written = panel.getByRole("paragraph").filter({ hasText: "The pathology report is with" });
  await expect(written).toBeVisible();
  // The same clinic is asked for a note, by keys alone.
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Ask for a note" }).press("Enter");
  await expect(dialog.getByRole("textbox", { name: "What do you ask for?" })).toBeFocused();
  await page.keyboard.type("Which **inhaler** is it?");
  await dialog.getByLabel("Label", { exact: true }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Copy the link" })).toBeFocused();
  const askingLink = await dialog.getByLabel("Link", { exact: true }).inputValue();
  expect(askingLink).toMatch(/\/r\/[\w-]{22}#1\.[\w-]{43}\.[\w-]{43}$/);
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await expect(dialog).toHaveCount(0);

  // From the note to the clipboard by keys alone: share, seal, copy.
  await page.keyboard.press("y");
  await expect(dialog.getByRole("button", { name: /^Seal/ })).toBeFocused();
  await expect(dialog.getByLabel("What the recipient sees")).not.toContainText("Teodora");
  await dialog.getByLabel("Can be opened").selectOption("1");
  await dialog.getByRole("checkbox", { name: "They may write back to me" }).press("Space");
  await dialog.getByLabel("Label", { exact: true }).fill("For the referring clinic");
  const passcode = (await dialog.getByLabel("Generated passcode").textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Copy the link" })).toBeFocused();
  const link = await dialog.getByLabel("Link", { exact: true }).inputValue();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  expect(link).toMatch(/\/n\/[\w-]{22}#1\.[\w-]{43}$/);

  // The recipient, in another browser.
  const recipientContext = await browser.newContext();
  const faults = watchFaults(recipientContext);
  const recipient = await recipientContext.newPage();
  await recipient.goto(link);
  await recipient.getByLabel("Passcode").fill(`  ${passcode.toLowerCase().replaceAll("-", " ")} `);
  await recipient.getByRole("button", { name: "Open the note" }).click();
  await expect(
    recipient.getByText("The pathology report is with the referring clinic."),
  ).toBeVisible();
  await expect(recipient.getByText("Teodora")).toHaveCount(0);
  expect(new URL(recipient.url()).hash).toBe("");

  // They answer it, and write the note that was asked for.
  const send = async (on: typeof recipient, field: string, words: string) => {
    await on.getByRole("textbox", { name: field }).fill(words);
    await on.getByRole("button", { name: "Send sealed" }).press("Enter");
    await expect(on.getByText(/^Sent, sealed\. It now waits/)).toBeVisible();
  };
  await send(recipient, "Your answer", "The report went out on Monday.");
  const asked = await recipientContext.newPage();
  await asked.goto(askingLink);
  await expect(asked.getByRole("heading", { name: /asks you for a note$/ })).toBeFocused();
  await expect(asked.getByText("Which inhaler is it?")).toBeVisible();
  await send(asked, "Your note", "Salbutamol, as needed.");
  expect(faults).toEqual([]);

  // One view means one.
  const second = await recipientContext.newPage();
  await second.goto(link);
  await second.getByLabel("Passcode").fill(passcode);
  await second.getByRole("button", { name: "Open the note" }).click();
  await expect(second.getByRole("heading", { name: /used up|opened as often/i })).toBeVisible();
  await expect(second.getByText("The pathology report")).toHaveCount(0);
  await recipientContext.close();

  // Its author sees that it is used up, and lets it be opened once more.
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  // The lead's own tab has a list of the same name, which is in sight until then.
  await expect(page.getByRole("heading", { name: "Shares", level: 1 })).toBeVisible();
  const own = page.getByRole("region", { name: "Shared by you" });
  const share = own.getByRole("listitem").filter({ hasText: "For the referring clinic" });
  await expect(share).toContainText("Opened as often as allowed");
  await share.getByRole("button", { name: "Extend" }).click();
  await share.getByRole("button", { name: "Extend it" }).click();
  await expect(share).toContainText("5 views left");

  // What came opens in this browser, where the keys are, and is kept as two notes.
  const nav = page.getByRole("navigation", { name: "Main" });
  await expect(nav.getByRole("link", { name: /^Shares/ })).toContainText("2");
  await page.getByRole("link", { name: /^Received/ }).press("Enter");
  const received = page.getByRole("region", { name: "Received from outside" });
  for (const words of ["The report went out on Monday.", "Salbutamol, as needed."]) {
    const item = received.getByRole("listitem").filter({ hasText: words });
    await item.getByRole("button", { name: "Keep as a note" }).press("Enter");
    await expect(item).toHaveCount(0);
  }
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page.getByText("Salbutamol, as needed.")).toBeVisible();

  // The copy arrived at the visitor's, the alert at the team's, and only the copy names her.
  await expect
    .poll(() => mailbox.arrived.map(({ to }) => [to].flat()[0]?.text))
    .toContain("teodora.quillmarsh@example.org");
  const copy = mailbox.arrived.find(({ text }) => text?.includes("Quillmarsh"));
  expect(copy?.text).toContain("Could somebody call me after three o'clock?");
  await expect
    .poll(() => mailbox.arrived.map(({ to }) => [to].flat()[0]?.text))
    .toContain("mei.coordinator@example.org");
  const alert = mailbox.arrived.find(
    ({ to }) => [to].flat()[0]?.text === "mei.coordinator@example.org",
  );
  for (const personal of ["Teodora", "Quillmarsh", "5555", "three o'clock"]) {
    expect(`${alert?.subject} ${alert?.text} ${alert?.html}`).not.toContain(personal);
  }
  expect(desk.output()).not.toContain("Quillmarsh");
});
