import { publicLanguages } from "@studydesk/domain/public-language";
import { describe, expect, it } from "vitest";
import { renderMail } from "../render-mail";
import { mailTexts } from "../texts/texts";
import { alertConfirmation } from "./alert-confirmation";
import { type StudyAlertProps, studyAlert } from "./study-alert";

const area = { name: "Chicago", lat: 41.88, lon: -87.63, radiusKm: 100 };
const site = "https://desk.example.org";
const wish = { condition: "Insomnia", area, language: "en" } as const;

const alert: StudyAlertProps = {
  language: "en",
  studies: [
    {
      title: "Walking & <sleep>",
      titleLanguage: "en",
      url: `${site}/studies/NCT99000001`,
      isReopened: true,
      centres: [
        { name: "Springfield General", city: "Springfield", distance: { km: 30, from: area } },
      ],
    },
    {
      title: "Evening light",
      titleLanguage: "en",
      url: `${site}/studies/NCT99000002`,
      isReopened: false,
      centres: [{ name: "Lakeside Clinic", city: "Shelbyville" }],
    },
  ],
  wishes: [{ wish, url: `${site}/alerts/1.key` }],
  stopAllUrl: `${site}/alerts/unsubscribe/1.key`,
};

describe.each(publicLanguages)("mail about alerts in %s", (language) => {
  const t = mailTexts[language].alerts;
  const mails = [
    renderMail(studyAlert({ ...alert, language })),
    renderMail(
      alertConfirmation({ wish: { ...wish, language }, url: `${site}/c`, isKnown: false }),
    ),
    renderMail(alertConfirmation({ wish: { ...wish, language }, url: `${site}/k`, isKnown: true })),
  ];

  it("tells each study with its centres, the wishes, and how to end it, in both forms", () => {
    const [mail] = mails;
    for (const text of [mail?.text ?? "", mail?.html ?? ""]) {
      for (const { url, centres } of alert.studies) {
        expect(text).toContain(url);
        expect(text).toContain(centres[0]?.name);
      }
      for (const { url } of alert.wishes) expect(text).toContain(url);
      expect(text).toContain(alert.stopAllUrl);
      expect(text).toContain("30");
      expect(text).toContain("Insomnia");
      expect(text.split(t.alert.reopened)).toHaveLength(2);
    }
    expect(mail?.text).toContain("Walking & <sleep>\n");
    expect(mail?.html).toContain("Walking &amp; &lt;sleep&gt;");
  });

  it("names no condition and no study in the subject", () => {
    for (const { subject } of mails) expect(subject).not.toMatch(/insomnia|walking|light/i);
  });

  it("says language and direction, and holds nothing unfilled or foreign", () => {
    const dir = language === "ar" ? "rtl" : "ltr";
    for (const { html, text, subject } of mails) {
      expect(html).toContain(`<main lang="${language}" dir="${dir}"`);
      expect(text + subject).not.toMatch(/undefined|null|\[object|#/);
    }
    for (const other of publicLanguages.filter((known) => known !== language)) {
      expect(mails[0]?.text).not.toContain(mailTexts[other].alerts.alert.free);
    }
  });
});

it.each([
  ["en", 1, "A study that fits your alert"],
  ["en", 3, "3 studies that fit your alerts"],
  ["es", 2, "2 estudios que corresponden a sus avisos"],
  ["zh", 2, "有2项研究符合您的要求"],
  ["ar", 2, "دراستان توافقان طلبك"],
  ["ar", 11, "11 دراسة توافق طلبك"],
] as const)("counts in %s: %i is “%s”", (language, n, expected) => {
  expect(mailTexts[language].alerts.alert.subject(n)).toBe(expected);
});

it("asks for a yes before anything counts, and says of a known wish that it runs", () => {
  const asked = renderMail(alertConfirmation({ wish, url: `${site}/c`, isKnown: false }));
  expect(asked.text).toContain("Insomnia, within 100 km (60 miles) of Chicago");
  expect(asked.text).toContain(`\n${site}/c\n`);
  expect(asked.text).toContain("seven days");
  const known = renderMail(alertConfirmation({ wish, url: `${site}/k`, isKnown: true }));
  expect(known.text).toContain("There is nothing to confirm");
  expect(known.text).not.toContain("seven days");
});
