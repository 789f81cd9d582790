import { publicLanguages } from "@studydesk/domain/public-language";
import { describe, expect, it } from "vitest";
import { renderMail } from "./render-mail";
import { invitationMail } from "./templates/invitation-mail";
import { leadEndedAlert } from "./templates/lead-ended-alert";
import { type MessageCopyProps, messageCopy } from "./templates/message-copy";
import { newLeadAlert } from "./templates/new-lead-alert";
import { statusLinkMail } from "./templates/status-link";
import { mailTexts } from "./texts/texts";

const copy: MessageCopyProps = {
  language: "en",
  studyTitle: "Walking after a <new> knee",
  studyUrl: "https://desk.example.org/studies/NCT00000000",
  siteName: "Springfield General",
  siteCity: "Springfield",
  promiseHours: 24,
  hadWrittenBefore: false,
  statusUrl: `https://desk.example.org/status/${"k".repeat(43)}`,
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
      copy.statusUrl,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("before");
  }
  expect(mail.text).toContain(copy.studyTitle);
});

describe.each(publicLanguages)("the copy in %s", (language) => {
  const mail = renderMail(messageCopy({ ...copy, language }));

  it("says language and direction where a mail program keeps them", () => {
    const dir = language === "ar" ? "rtl" : "ltr";
    expect(mail.html).toMatch(new RegExp(`<main lang="${language}" dir="${dir}"`));
    expect(mail.html).toContain(`text-align:${dir === "rtl" ? "right" : "left"}`);
  });

  it("holds every part and no word of another language", () => {
    const texts = mailTexts[language].messageCopy;
    for (const text of [mail.text, mail.html.replaceAll("&#x27;", "'")]) {
      for (const part of [texts.changed, texts.urgent, texts.footer, texts.whatYouSent]) {
        expect(text).toContain(part);
      }
      for (const part of [texts.ownPage, texts.keepToYourself, copy.statusUrl]) {
        expect(text).toContain(part);
      }
      for (const value of [copy.siteName, copy.sent.phone, copy.sent.email, copy.studyUrl]) {
        expect(text).toContain(value);
      }
    }
    const foreign = publicLanguages.filter((other) => other !== language);
    for (const other of foreign)
      expect(mail.text).not.toContain(mailTexts[other].messageCopy.urgent);
    expect(mail.subject).toContain(copy.siteName);
    expect(mail.text).not.toMatch(/undefined|\[object|#/);
  });
});

it("keeps names and numbers in their own order amid Arabic, without marks in a link", () => {
  const { sent } = copy;
  const mail = renderMail(messageCopy({ ...copy, language: "ar" }));
  expect(mail.text).toContain(`\u2068${sent.phone}\u2069`);
  expect(mail.text).toContain(`\n${copy.studyUrl}\n`);
  expect(mail.html).toContain(`<span dir="ltr">${sent.phone}</span>`);
  expect(mail.html).toContain(`href="${copy.studyUrl}"`);
  const own = renderMail(
    messageCopy({
      ...copy,
      language: "ar",
      sent: { ...sent, firstName: "ليلى", lastName: "حداد", phone: "+963 11 555 0143" },
    }),
  );
  expect(own.text).toContain("مرحبًا ليلى،");
  expect(own.text).toContain("الاسم: ليلى حداد\n");
});

it("greets by the whole name in Chinese, family name first", () => {
  const sent = { ...copy.sent, firstName: "小明", lastName: "王" };
  const { text } = renderMail(messageCopy({ ...copy, language: "zh", sent }));
  expect(text).toContain("王小明，您好：");
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
  ["en", 24, "within a day"],
  ["en", 36, "within 36 hours"],
  ["en", 72, "within 3 days"],
  ["es", 1, "en el plazo de una hora"],
  ["es", 72, "en un plazo de 3 días"],
  ["zh", 24, "在一天之内"],
  ["zh", 72, "在3天之内"],
  ["ar", 2, "خلال ساعتين"],
  ["ar", 5, "خلال 5 ساعات"],
  ["ar", 36, "خلال 36 ساعة"],
  ["ar", 48, "خلال يومين"],
  ["ar", 336, "خلال 14 يومًا"],
] as const)("puts, in %s, a promise of %i hours as “%s”", (language, promiseHours, words) => {
  const { text } = renderMail(messageCopy({ ...copy, language, promiseHours }));
  expect(text).toContain(words);
});

describe.each(publicLanguages)("the links to one's own pages, in %s", (language) => {
  const requests = ["a", "b"].map((letter) => ({
    studyTitle: `Study <${letter}>`,
    siteName: "Springfield General",
    statusUrl: `https://desk.example.org/status/${letter.repeat(43)}`,
  }));

  it("name each request, say what the links are for, and let nothing become markup", () => {
    const mail = renderMail(statusLinkMail({ language, requests }));
    const t = mailTexts[language].statusLink;
    for (const text of [mail.text, mail.html]) {
      for (const part of [t.asked, t.keepToYourself, t.notYou, t.footer]) {
        expect(text).toContain(part);
      }
      for (const { statusUrl } of requests) expect(text).toContain(statusUrl);
    }
    expect(mail.html).toContain("Study &lt;a&gt;");
    expect(mail.html).toContain(`dir="${language === "ar" ? "rtl" : "ltr"}"`);
  });
});

it.each(["consent_withdrawn", "erased"] as const)(
  "tells the team by a number alone that somebody is out of reach: %s",
  (how) => {
    const leadUrl = "https://desk.example.org/desk/leads/42";
    const mail = renderMail(
      leadEndedAlert({
        how,
        studyTitle: copy.studyTitle,
        siteName: "Springfield General",
        leadNumber: 42,
        leadUrl,
      }),
    );
    expect(mail.subject).toMatch(/^Lead 42 (took back|was erased)/);
    for (const text of [mail.text, mail.html]) expect(text).toContain(leadUrl);
  },
);

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
