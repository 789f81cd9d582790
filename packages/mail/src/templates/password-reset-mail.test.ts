import { expect, it } from "vitest";
import { renderMail } from "../render-mail";
import { passwordResetMail } from "./password-reset-mail";

it("the mail for a new password has its link, says how long, and what to do if it was not oneself", () => {
  const resetUrl = "https://desk.example.org/desk/new-password#token";
  const mail = renderMail(passwordResetMail({ resetUrl }));
  expect(mail.subject).toBe("A new password for Studydesk");
  for (const body of [mail.text, mail.html]) {
    expect(body).toContain(resetUrl);
    expect(body).toContain("once, for one hour");
    expect(body).toContain("If you did not ask for it");
  }
});
