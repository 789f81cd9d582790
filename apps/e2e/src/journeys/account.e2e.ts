// One account from its invitation to its end: a second factor on the phone, a password forgotten and set anew by
// mail, the door with a code, and closed by an admin while its owner looks at the desk.
import { TOTP } from "otpauth";
import { askForSecondFactor } from "../desk/ask-for-second-factor";
import { expect, signIn, test } from "../desk/test";

// Each refusal shows in the console.
test.use({ expectedFaults: [/status of 40[01]/] });

test("somebody sets up a second factor, forgets the password, gets in with a code, and is out when an admin says so", async ({
  browser,
  desk,
  page,
}) => {
  const email = "robin.hartwell@example.org";
  const password = "meadow kettle unrelated seven";
  await signIn(page, desk, "ada", "/desk/people");
  await page.getByRole("button", { name: "Invite a person" }).click();
  const invitation = page.getByRole("dialog");
  await invitation.getByLabel("E-mail").fill(email);
  await invitation.getByRole("button", { name: "Invite" }).click();
  const link = await invitation.getByLabel("Link").inputValue();
  await invitation.getByRole("button", { name: "Done" }).click();

  const theirs = await (await browser.newContext({ baseURL: desk.url })).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Your name").fill("Robin Hartwell");
  await theirs.getByLabel("Choose a password").fill(password);
  await theirs.getByRole("button", { name: "Make my account" }).click();
  await expect(theirs.getByRole("navigation", { name: "Main" })).toBeVisible();

  // The app on the phone is given the key, and its first code turns it on.
  await askForSecondFactor(theirs, { isNeeded: false });
  await theirs.goto("/desk/account");
  const banner = theirs.getByRole("complementary", { name: "Second factor" });
  await expect(banner).toBeVisible();
  await theirs.getByRole("button", { name: "Set it up" }).click();
  // Refused, by keys alone: the button that worked has the focus again.
  const goOn = theirs.getByRole("button", { name: "Go on" });
  await theirs.getByLabel("Your password").fill("meadow kettle unrelated six");
  await goOn.press("Enter");
  await expect(theirs.getByLabel("Your password")).toHaveAccessibleDescription(/password/);
  await expect(goOn).toBeFocused();
  await theirs.getByLabel("Your password").fill(password);
  await goOn.press("Enter");
  await expect(theirs.getByRole("img", { name: /^QR code of the key/ })).toBeVisible();
  const key = (await theirs.getByLabel("The key, to type").inputValue()).replaceAll(" ", "");
  const code = new TOTP({ secret: key }).generate();
  const firstCode = theirs.getByLabel("The code that the app shows now");
  await firstCode.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await firstCode.press("Enter");
  const codes = theirs.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expect(banner).toBeHidden();
  const [recoveryCode = ""] = await codes.allTextContents();
  await theirs.getByLabel("I have kept the codes").check();
  await theirs.getByRole("button", { name: "Done" }).click();
  await expect(theirs.getByText("10 recovery codes are left")).toBeVisible();
  await theirs.unrouteAll({ behavior: "wait" });
  await theirs.context().clearCookies();

  // The password is forgotten; the mail's link sets a new one.
  await theirs.goto("/desk/");
  await theirs.getByRole("link", { name: "Forgot your password?" }).click();
  await theirs.getByLabel("E-mail").fill(email);
  await theirs.getByRole("button", { name: "Send me a link" }).click();
  await expect(theirs.getByText("If this address has an account here")).toBeVisible();
  const mailed = () =>
    desk
      .mails()
      .flatMap(({ text = "" }) => /http\S+new-password#[\w-]+/.exec(text) ?? [])
      .at(-1) ?? "";
  await expect.poll(mailed).toContain("#");
  await theirs.goto(mailed());
  await theirs.getByLabel("New password").fill(`${password} again`);
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs).toHaveURL(`${desk.url}/desk/new-password`);
  await theirs.getByRole("link", { name: "Sign in" }).click();

  // The door asks for a code: one that was used is refused, a recovery code opens.
  await theirs.getByLabel("E-mail").fill(email);
  await theirs.getByLabel("Password", { exact: true }).fill(`${password} again`);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  const typed = theirs.getByLabel("Code of your authenticator app");
  await expect(typed).toBeFocused();
  await expect(typed).toHaveAttribute("autocomplete", "one-time-code");
  await typed.fill(code);
  await typed.press("Enter");
  await expect(theirs.getByRole("alert")).toContainText(/used already|is not right/);
  await theirs.getByRole("button", { name: /recovery code$/ }).click();
  await theirs.getByLabel("Recovery code").fill(recoveryCode.toUpperCase());
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("navigation", { name: "Main" })).toBeVisible();

  // An admin closes the account: the desk in front of its owner closes at once.
  await page.getByRole("button", { name: "Account of Robin Hartwell" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("They leave no open leads at your sites.")).toBeVisible();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await theirs.context().close();
});
