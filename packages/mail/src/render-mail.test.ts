import { expect, it } from "vitest";
import { renderMail } from "./render-mail";
import { invitationMail } from "./templates/invitation-mail";
import { messageCopy } from "./templates/message-copy";
import { newLeadAlert } from "./templates/new-lead-alert";

const copy = {
  studyTitle: "Walking after a <new> knee",
  studyUrl: "https://desk.example.org/studies/NCT00000000",
  siteName: "Springfield General",
  siteCity: "Springfield",
  promiseHours: 24,
  hadWrittenBefore: false,
  sent: {
    firstName: "Ada",
    lastName: "O'Neil & <b>Sons</b>",
    email: "ada@example.org",
    phone: "+1 202 555 0143",
    language: "Spanish",
    message: "First line\nSecond line",
  },
};

it("sends the person what they wrote, who has it and what comes next, in both forms", () => {
  const mail = renderMail(messageCopy(copy));
  expect(mail.subject).toBe("Your message to Springfield General");
  for (const text of [mail.text, mail.html]) {
    for (const part of [
      "Springfield General in Springfield",
      "within a day",
      "ada@example.org",
      "+1 202 555 0143",
      "Spanish",
      "First line\nSecond line",
      copy.studyUrl,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("before");
  }
  expect(mail.text).toContain(copy.studyTitle);
});

it("never lets what was typed become markup", () => {
  const { html } = renderMail(messageCopy(copy));
  expect(html).not.toContain("<b>");
  expect(html).not.toContain("<new>");
  expect(html).toContain("&lt;b&gt;Sons");
});

it("leaves out what was not filled in", () => {
  const { text } = renderMail(
    messageCopy({ ...copy, sent: { ...copy.sent, language: null, message: null } }),
  );
  expect(text).not.toContain("Language");
  expect(text).not.toContain("Message:");
  expect(text).not.toContain("null");
});

it("tells only the mailed copy that they had written before", () => {
  const mail = renderMail(messageCopy({ ...copy, hadWrittenBefore: true }));
  for (const text of [mail.text, mail.html]) expect(text).toContain("We kept both messages");
});

it.each([
  [24, "within a day"],
  [36, "within 36 hours"],
  [72, "within 3 days"],
])("puts a promise of %i hours as “%s”", (promiseHours, words) => {
  expect(renderMail(messageCopy({ ...copy, promiseHours })).text).toContain(words);
});

it("alerts the team with the study, the site, a number and a link", () => {
  const alert = {
    studyTitle: copy.studyTitle,
    siteName: "Springfield General",
    leadNumber: 42,
    leadUrl: "https://desk.example.org/desk/leads/42",
    wroteAgain: false,
  };
  const mail = renderMail(newLeadAlert(alert));
  expect(mail.subject).toBe("A new lead for Springfield General: Walking after a <new> knee");
  for (const text of [mail.text, mail.html]) {
    expect(text).toContain("42");
    expect(text).toContain(alert.leadUrl);
  }
  expect(renderMail(newLeadAlert({ ...alert, wroteAgain: true })).subject).toContain(
    "Lead 42 wrote again",
  );
});

it("says of an invitation whose it is, what for, and until when in the site's own time", () => {
  const mail = renderMail(
    invitationMail({
      siteName: "Ruijin Hospital",
      roleLabel: "Coordinator",
      acceptUrl: "https://desk.example.org/desk/invitation#token",
      expiresAt: "2026-03-01T18:30:00.000Z",
      timeZone: "Asia/Shanghai",
    }),
  );
  for (const text of [mail.text, mail.html]) {
    expect(text).toContain("Ruijin Hospital");
    expect(text).toContain("coordinator");
    expect(text).toContain("https://desk.example.org/desk/invitation#token");
    expect(text).toMatch(/Monday,? 2 March 2026/);
    expect(text).toContain("02:30");
  }
});

it("keeps a subject on one line", () => {
  const mail = renderMail({
    subject: " Hello\r\nBcc: eve@example.org ",
    text: ["x"],
    html: messageCopy(copy).html,
  });
  expect(mail.subject).toBe("Hello Bcc: eve@example.org");
});
