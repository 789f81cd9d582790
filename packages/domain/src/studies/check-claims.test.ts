import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublicLanguage } from "../public-language";
import { createClaimCheck, openFindings } from "./check-claims";
import { readRegistryFile, recordsIn } from "./import-record";
import { registrySectionsOf, registryTextOf } from "./registry-text";

const registryText = [
  "Title: Nightowlumab for poor sleep",
  "Does Nightowlumab 150 mg, given by injection every 4 weeks for two years, help people sleep?",
  "About 1,200 participants aged 18 to 80 years in Germany. Approximately half of the patients wake at night.",
  "HbA1c below 7.5%. Enrolment from 2024. No insulin within 12 months. COVID-19 within 6 months.",
].join("\n");
const check = createClaimCheck(registryText);
const marked = (text: string, language: PublicLanguage = "en") =>
  check(text, language).map(({ kind, quote }) => `${kind}: ${quote}`);

describe("numbers", () => {
  it.each<[text: string, language?: PublicLanguage]>([
    ["You can take part from 18 to 80 years."],
    ["You can take part between 18-80 years."],
    ["You are aged eighteen to eighty."],
    ["It takes 24 months, which is two years."],
    ["Every four weeks, so every 28 days."],
    ["You have an injection of 150 mg every 4 weeks."],
    ["Some 1200 people, that is one thousand two hundred people."],
    ["About 1 200 participants."],
    ["Half of the patients wake at night, so 50%."],
    ["It began in 2024."],
    ["People who had COVID-19 within half a year wait."],
    ["One of them was you, and nobody is number one."],
    ["Puede participar de 18 a 80 años, cada cuatro semanas, durante dos años.", "es"],
    ["Unas 1.200 personas; la mitad se despierta.", "es"],
    ["HbA1c por debajo de 7,5 %.", "es"],
    ["18至80岁的人可以参加，每四周一次，为期两年。", "zh"],
    ["约一千二百人，约一半会醒来。", "zh"],
    ["我们一起努力，一般来说，有些人十分疲倦。", "zh"],
    ["من ١٨ إلى ٨٠ سنة، كل أربعة أسابيع، لمدة سنتين.", "ar"],
    ["حوالي ١٬٢٠٠ شخص.", "ar"],
  ])("marks nothing in “%s”", (text, language = "en") => {
    expect(check(text, language).filter(({ kind }) => kind === "number")).toEqual([]);
  });

  it.each<[text: string, found: string[], language?: PublicLanguage]>([
    ["You come 9 times.", ["9 times"]],
    ["It takes 18 weeks.", ["18 weeks"]],
    ["You get 300 mg.", ["300 mg"]],
    ["You get 150 g.", ["150 g"]],
    ["It works for 80%.", ["80%"]],
    ["It works for 80 percent of us.", ["80 percent"]],
    ["Ages 16 to 80 years.", ["16"]],
    ["Twenty-five people take part.", ["Twenty-five people"]],
    ["You are paid $50.", ["50"]],
    ["It takes one week.", ["one week"]],
    ["A 6-week study", ["6-week"]],
    ["In 12,000 people.", ["12,000 people"]],
    ["We tested .25 mg.", [".25 mg"]],
    ["Dura treinta y dos semanas.", ["treinta y dos semanas"], "es"],
    ["Recibe 1.500 euros.", ["1.500 euros"], "es"],
    ["为期三十六周，有百分之九十的人好转。", ["三十六周", "九十"], "zh"],
    ["يستمر خمسة وعشرين أسبوعا ثم أسبوعين.", ["خمسة وعشرين أسبوعا", "أسبوعين"], "ar"],
    ["يشارك ٣٠٠ شخص.", ["٣٠٠ شخص"], "ar"],
  ])("marks what the record does not have in “%s”", (text, found, language = "en") => {
    const numbers = check(text, language).filter(({ kind }) => kind === "number");
    expect(numbers.map(({ quote }) => quote)).toEqual(found);
  });

  it("says when the record has the number for something else", () => {
    expect(check("It takes 18 weeks.", "en")[0]?.why).toBe(
      "The registry text has this number, but not as “18 weeks”. Correct it, or take it out.",
    );
    expect(check("It takes 23 weeks.", "en")[0]?.why).toBe(
      "“23 weeks” is not in the registry text. Correct it, or take it out.",
    );
  });

  it("are read in time in a record that was made to take for ever", () => {
    const endless = createClaimCheck("1-".repeat(300_000));
    expect(endless("You have 5 mg.", "en").map(({ quote }) => quote)).toEqual(["5 mg"]);
  });
});

describe("treatments and names", () => {
  it.each<[text: string, found: string[], language?: PublicLanguage]>([
    ["You get nightowlumab as an injection. You take no insulin.", []],
    ["You get pembrolizumab.", ["treatment: pembrolizumab"]],
    ["It is like Keytruda or atorvastatin.", ["name: Keytruda", "treatment: atorvastatin"]],
    ["Keytruda is known to many.", ["name: Keytruda"]],
    ["Sleeping is good. It is so. People in Germany sleep.", []],
    ["You have an MRI and a biopsy.", ["treatment: MRI", "treatment: biopsy"]],
    ["The FDA agrees.", ["name: FDA"]],
    ["People in the United States sleep.", ["name: United States"]],
    ["In April, a virus of the elixir", []],
    ["Le dan nightowlumab en inyecciones, sin insulina.", []],
    [
      "Le dan atorvastatina y quimioterapia.",
      ["treatment: atorvastatina", "treatment: quimioterapia"],
      "es",
    ],
    [
      "Sign up at www.evil.example/now, evil.example or help@evil.example.",
      ["name: www.evil.example/now", "name: evil.example", "name: help@evil.example"],
    ],
    ["Usted va al Hospital de Madrid.", ["name: Hospital", "name: Madrid"], "es"],
    ["注射Nightowlumab，不用胰岛素。", [], "zh"],
    ["您会接受化疗和帕博利珠单抗。", ["treatment: 化疗", "treatment: 帕博利珠单抗"], "zh"],
    ["您会用Keytruda。", ["name: Keytruda"], "zh"],
    ["تحصل على حقنة من Nightowlumab بدون الأنسولين", [], "ar"],
    [
      "تحصل على العلاج الكيميائي وأتورفاستاتين.",
      ["treatment: العلاج الكيميائي", "treatment: وأتورفاستاتين"],
      "ar",
    ],
  ])("marks in “%s” %j", (text, found, language = "en") => {
    expect(marked(text, language).filter((line) => /^(?:treatment|name)/.test(line))).toEqual(
      found,
    );
  });
});

describe("promises, risks played down, obligations", () => {
  it.each<[text: string, found: string[], language?: PublicLanguage]>([
    ["This will help you sleep.", ["benefit: will help"]],
    ["This will really help people.", ["benefit: will really help"]],
    ["It cures poor sleep and is proven.", ["benefit: cures", "benefit: proven"]],
    ["It is better than other treatments.", ["benefit: better than"]],
    [
      "Don’t worry: it is safe and has no side effects.",
      ["safety: safe", "safety: no side effects"],
    ],
    ["It is without risk, painless too.", ["safety: without risk", "safety: painless"]],
    ["It is not only safe.", ["safety: safe"]],
    ["It is free of side effects.", ["safety: free of side effects"]],
    ["It has been shown to help people.", ["benefit: shown to help"]],
    ["You must come. You have to stay.", ["obligation: must", "obligation: You have to"]],
    ["You cannot leave the study.", ["obligation: You cannot leave"]],
    ["We hope so; but it will cure you.", ["benefit: cure"]],
    ["If you join, it will help you.", ["benefit: will help"]],
    ["Le ayudará a dormir y es seguro.", ["benefit: ayudará", "safety: seguro"], "es"],
    [
      "Está comprobado y no tiene efectos secundarios.",
      ["benefit: comprobado", "safety: no tiene efectos secundarios"],
      "es",
    ],
    ["Usted debe venir. Tiene que quedarse.", ["obligation: debe", "obligation: Tiene que"], "es"],
    ["这种药一定会帮助您，没有副作用。", ["benefit: 一定会帮助", "safety: 没有副作用"], "zh"],
    [
      "它能治愈失眠，非常安全。您必须来。",
      ["benefit: 治愈", "safety: 非常安全", "obligation: 必须"],
      "zh",
    ],
    [
      "سيساعدك على النوم وهو آمن وبدون آثار جانبية.",
      ["benefit: سيساعدك", "safety: آمن", "safety: وبدون آثار جانبية"],
      "ar",
    ],
    ["يجب عليك الحضور.", ["obligation: يجب عليك"], "ar"],
  ])("marks in “%s” %j", (text, found, language = "en") => {
    expect(marked(text, language)).toEqual(found);
  });

  it.each<[text: string, language?: PublicLanguage]>([
    ["We do not know whether it will help you."],
    ["The study is done to find out if it is safe."],
    ["It may or may not help. Nobody can promise a cure."],
    ["It is not a proven cure."],
    ["Researchers hope that it will help people sleep."],
    ["You do not have to take part, and may stop at any time."],
    ["What we learn will help researchers."],
    ["We want to know how safe it is."],
    ["No se sabe si le ayudará. No tiene que participar.", "es"],
    ["Queremos saber si es seguro.", "es"],
    ["我们不知道它是否会帮助您，也不能保证有效。您不必须参加。", "zh"],
    ["研究安全性。", "zh"],
    ["لا نعرف ما إذا كان سيساعدك. لا يجب عليك المشاركة.", "ar"],
  ])("takes “%s” for no promise", (text, language = "en") => {
    expect(marked(text, language)).toEqual([]);
  });
});

it("tells findings apart by their sentence, so that a checked one stays so while it stands", () => {
  const before = check("It is safe. You come 9 times.", "en");
  const after = check("Good to know! You come 9 times. Here it is safe.", "en");
  expect(
    openFindings(
      after,
      before.map(({ key }) => key),
    ).map(({ quote }) => quote),
  ).toEqual(["safe"]);
});

it("points at the words as they were written", () => {
  const text = "وأسبوعين و٩ مرات";
  for (const { start, end, quote } of check(text, "ar")) expect(text.slice(start, end)).toBe(quote);
});

it("reads any text in any language without failing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom<PublicLanguage>("en", "es", "zh", "ar"),
      (text, language) => {
        for (const { start, end, quote } of check(text, language)) {
          expect(text.slice(start, end)).toBe(quote);
        }
      },
    ),
  );
});

const samples = resolve(import.meta.dirname, "../../../../../shared/registry-samples");
describe.skipIf(!existsSync(samples))(
  "with the registry's sample records (skipped where they are absent)",
  () => {
    const texts = existsSync(samples)
      ? readdirSync(samples).map((file) => {
          const fileText = readFileSync(join(samples, file), "utf8");
          const read = readRegistryFile(fileText);
          const study = read.ok ? read.studies[0] : undefined;
          if (!study) throw new Error(`${file} is no study.`);
          const [record] = recordsIn(JSON.parse(fileText));
          return { file, text: registryTextOf(registrySectionsOf(study, record)) };
        })
      : [];

    it("marks what an invented summary of a real record adds", () => {
      const cancer = texts.find(({ file }) => file.startsWith("NCT06596954"))?.text ?? "";
      const summary = [
        "This study is for adults aged 18 to 75 with esophageal squamous cell carcinoma.",
        "About half of all patients see their cancer come back. Radiotherapy can lower lymphocytes.",
        "With Keytruda, 90% of people are cured. You must come every 3 weeks.",
      ].join(" ");
      const found = createClaimCheck(cancer)(summary, "en");
      expect(found.map(({ kind, quote }) => `${kind}: ${quote}`)).toEqual([
        "number: 75",
        "name: Keytruda",
        "number: 90%",
        "benefit: cured",
        "obligation: must",
        "number: 3 weeks",
      ]);
    });

    it.each(texts)("finds every number, treatment and name of $file in it", ({ text }) => {
      const ofRecord = createClaimCheck(text);
      const words = [...text.matchAll(/\S+/g)];
      fc.assert(
        fc.property(
          fc.nat({ max: words.length - 1 }),
          fc.integer({ min: 1, max: 60 }),
          (from, count) => {
            const [first, last] = [words[from], words[Math.min(from + count, words.length) - 1]];
            const copied = text.slice(first?.index, (last?.index ?? 0) + (last?.[0].length ?? 0));
            const found = ofRecord(copied, "en").filter(({ kind }) =>
              ["number", "treatment", "name"].includes(kind),
            );
            expect(found).toEqual([]);
          },
        ),
        { numRuns: 400 },
      );
    });
  },
);
