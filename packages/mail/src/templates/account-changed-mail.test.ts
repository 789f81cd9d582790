import { describe, expect, it } from "vitest";
import { renderMail } from "../render-mail";
import { accountChangedMail } from "./account-changed-mail";

describe("the mail about a changed account", () => {
  it.each([
    ["password_reset", "Your password was changed"],
    ["second_factor_on", "Your account asks for a code now"],
    ["second_factor_off", "Your account asks for no code any more"],
    ["second_factor_reset", "Your second factor was taken away"],
  ] as const)("says of %s what happened and what to do", (change, subject) => {
    const accountUrl = "https://desk.example.org/desk/account";
    const mail = renderMail(accountChangedMail({ change, accountUrl }));
    expect(mail.subject).toBe(subject);
    for (const body of [mail.text, mail.html]) {
      expect(body).toContain("If not, tell an admin of your site or the owner now");
      expect(body).toContain(accountUrl);
    }
    expect(mail.html).toContain('lang="en"');
  });
});
