import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { publicLanguages } from "@studydesk/domain/public-language";
import { readRegistryFile } from "@studydesk/domain/studies/import-record";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsOf } from "../texts/texts";
import { findTerms } from "./find-terms";
import { termPatterns } from "./term-patterns";

const wordsOf = (text: string, language: "en" | "es" | "zh" | "ar" = "en") =>
  findTerms(text, language).map(({ words }) => words);

describe("the terms of a text", () => {
  it.each([
    [
      "Pathologically confirmed esophageal squamous cell carcinoma",
      ["Pathologically", "squamous cell carcinoma"],
    ],
    ["locally advanced ESCC (cT3-4 or N+)", ["locally advanced", "cT3-4"]],
    ["N+ alone", ["N+"]],
    ["KPS score of patients should be more than 80", ["KPS score"]],
    ["ECOG 0-1, HbA1c below 8", ["ECOG", "HbA1c"]],
    ["Neoadjuvant chemoradiotherapy", ["Neoadjuvant", "chemoradiotherapy"]],
    ["a lymphocyte, two lymphocytes", ["lymphocyte"]],
    ["randomized, double-blind, placebo-controlled", ["randomized", "double-blind", "placebo"]],
    ["Subjects that are not ASA I", ["ASA I"]],
    ["Lesions due to restenosis", ["restenosis"]],
  ])("of %j are marked whole, each once", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each(["a stenting procedure", "unmaskedly", "T2 weighted picture", "encourage", "phase"])(
    "are none in %j",
    (text) => {
      expect(wordsOf(text)).toEqual([]);
    },
  );

  it("are found in the other languages as they write them", () => {
    expect(wordsOf("Carcinoma escamoso con metástasis tras quimioterapia", "es")).toEqual([
      "Carcinoma",
      "escamoso",
      "metástasis",
      "quimioterapia",
    ]);
    expect(wordsOf("局部晚期食管鳞癌，接受新辅助放化疗", "zh")).toEqual([
      "局部晚期",
      "鳞癌",
      "新辅助",
      "放化疗",
    ]);
    expect(wordsOf("تلقّى العلاج الكيميائي والعلاج الإشعاعي", "ar")).toEqual([
      "العلاج الكيميائي",
      "العلاج الإشعاعي",
    ]);
  });

  it("stand where they are said to stand, whatever the text", () => {
    const word = fc.constantFrom("stent", "KPS", " ", ", ", "N+", "é", "放疗", "(", "placebo");
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(...publicLanguages), (parts, language) => {
        const text = parts.join("");
        let end = 0;
        for (const { at, words } of findTerms(text, language)) {
          expect(text.slice(at, at + words.length)).toBe(words);
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + words.length;
        }
      }),
    );
  });
});

it("looks for terms in as much as a field of the registry holds, and no further", () => {
  const within = `${"x ".repeat(10_000)}placebo`;
  expect(findTerms(within, "en").map(({ words }) => words)).toEqual(["placebo"]);
  expect(findTerms(`${"x ".repeat(100_000)}placebo`, "en")).toEqual([]);
});

it("explains every term in every language, in its own words and shortly", () => {
  for (const language of publicLanguages) {
    const { terms } = textsOf(language).glossary;
    expect(Object.keys(terms).sort()).toEqual(Object.keys(termPatterns.en).sort());
    for (const { name, text } of Object.values(terms)) {
      expect(name).not.toBe("");
      expect(text.length).toBeLessThan(200);
      expect(text).toMatch(/[.。]$/);
    }
  }
});

const samples = resolve(import.meta.dirname, "../../../../../shared/registry-samples");

it.skipIf(!existsSync(samples))(
  "finds something to explain in every sample record (skipped where they are absent)",
  () => {
    for (const file of readdirSync(samples).filter((name) => name.endsWith(".json"))) {
      const read = readRegistryFile(readFileSync(join(samples, file), "utf8"));
      const study = read.ok ? read.studies[0] : undefined;
      const text = `${study?.summary} ${study?.criteriaText}`;
      expect([file, findTerms(text, "en").length > 0]).toEqual([file, true]);
    }
  },
);
