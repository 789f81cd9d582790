import { publicLanguages } from "@studydesk/domain/public-language";
import { describe, expect, it } from "vitest";
import { renderMail } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { followUpReminder } from "./follow-up-reminder";
import { leadMessage } from "./lead-message";

const message = {
  language: "en",
  bodyLanguage: "en",
  subject: "A time to talk",
  body: "Hello <Ana>,\r\n\r\nwhen may I call?\nKim",
  siteName: "Springfield General",
  coordinatorName: "Kim Example",
  statusUrl: `https://desk.example.org/status/${"k".repeat(43)}`,
} as const;

describe.each(publicLanguages)("a mail to a person in %s", (language) => {
  const mail = renderMail(leadMessage({ ...message, language }));

  it("keeps the writer's own lines, and says how to answer and how to be left in peace", () => {
    const t = mailTexts[language].leadMessage;
    expect(mail.text.startsWith("Hello <Ana>,\n\nwhen may I call?\nKim\n\n--\n")).toBe(true);
    expect(mail.html).toContain("Hello &lt;Ana&gt;,\n\nwhen may I call?\nKim");
    for (const text of [mail.text, mail.html]) {
      for (const part of [t.ownPage, message.statusUrl, "Kim Example", "Springfield General"]) {
        expect(text).toContain(part);
      }
      expect(text).not.toMatch(/undefined|<img/);
    }
    expect(mail.subject).toBe(message.subject);
  });
});

it("sets what was written in its own language, whatever surrounds it", () => {
  const { html } = renderMail(leadMessage({ ...message, bodyLanguage: "he", body: "שלום" }));
  expect(html).toContain('<div lang="he" dir="auto"');
});

it("reminds with numbers and links alone, of twenty by name of their number", () => {
  const leads = Array.from({ length: 23 }, (_, index) => ({
    leadNumber: index + 1,
    leadUrl: `https://desk.example.org/desk/leads/${index + 1}`,
  }));
  const urls = {
    dueUrl: "https://desk.example.org/desk/inbox?view=due",
    settingsUrl: "https://desk.example.org/desk/account",
  };
  const many = renderMail(followUpReminder({ leads, ...urls }));
  expect(many.subject).toBe("23 follow-ups are due");
  expect(many.text).toContain("Lead 20: https://desk.example.org/desk/leads/20");
  expect(many.text).not.toContain("Lead 21:");
  expect(many.text).toContain("and 3 more");
  expect(many.text).toContain(urls.settingsUrl);
  const one = renderMail(followUpReminder({ leads: leads.slice(0, 1), ...urls }));
  expect(one.subject).toBe("The follow-up of lead 1 is due");
});
