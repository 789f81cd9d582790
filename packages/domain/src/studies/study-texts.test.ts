import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicLanguages } from "../public-language";
import { parseCriteria } from "./parse-criteria";
import { type StudyToWord, studyPassages, studyTextFieldSchema } from "./study-passages";
import { applyStudyTexts, type StudyText, stateOf } from "./study-texts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const study = (criteria: string): StudyToWord => ({
  title: "A study of morning walks",
  summary: "People walk for 30 minutes.",
  conditions: ["Poor sleep", "Low mood"],
  criteria: parseCriteria(criteria),
});
const before = study(
  "Inclusion Criteria:\n\nAdults:\n\n* Aged 18 to 65\n* Sleeps badly:\n  * at night\n\nExclusion Criteria:\n\n* Works at night",
);

/** A wording for every passage there is. */
const worded = (of: StudyToWord): StudyText[] =>
  studyPassages(of, sha256).map(({ field, label, sourceSha256, source }) => ({
    field,
    text: field === "conditions" ? "Sueño\nÁnimo" : `ES ${label ?? field}\n- ${source.length}`,
    sourceSha256,
  }));
const inSpanish = (of: StudyToWord, texts: StudyText[]) =>
  applyStudyTexts(of, { language: "es", texts }, sha256);

describe("a study's words for a reader", () => {
  it("have a name that can be checked for every passage of the page", () => {
    const passages = studyPassages(before, sha256);
    expect(passages.map(({ field, label }) => label ?? field)).toEqual([
      "title",
      "summary",
      "conditions",
      "I1",
      "I1",
      "I2",
      "E1",
    ]);
    expect(passages.find(({ label }) => label === "I2")?.source).toBe("Sleeps badly:\n- at night");
    for (const { field } of passages) expect(studyTextFieldSchema.parse(field)).toBe(field);
    for (const wrong of ["criteria.I1", "criteria.", "title.x", "imported", ""]) {
      expect(studyTextFieldSchema.safeParse(wrong).success).toBe(false);
    }
  });

  it("are the registry's English where nothing else stands, and say so", () => {
    const shown = inSpanish(before, []);
    expect(shown).toMatchObject({
      title: before.title,
      inEnglish: ["title", "summary", "conditions"],
      wordedHere: [],
    });
    expect(shown.criteria.criteria.map(({ lang, headingLang }) => [lang, headingLang])).toEqual([
      ["en", "en"],
      ["en", "en"],
      ["en", undefined],
    ]);
    const english = applyStudyTexts(before, { language: "en", texts: [] }, sha256);
    expect(english).toMatchObject({ inEnglish: [], wordedHere: [] });
    expect(english.criteria).toEqual(before.criteria);
  });

  it("are the study team's wherever they worded them, points of a criterion included", () => {
    const shown = inSpanish(before, worded(before));
    expect(shown).toMatchObject({ title: "ES title\n- 24", conditions: ["Sueño", "Ánimo"] });
    expect(shown.inEnglish).toEqual([]);
    expect(shown.wordedHere).toEqual(["title", "summary", "conditions", "criteria"]);
    expect(shown.criteria.criteria[1]).toEqual({
      kind: "inclusion",
      label: "I2",
      heading: shown.criteria.criteria[0]?.heading,
      text: "ES I2",
      children: [{ text: "24", children: [] }],
    });
  });

  it("never word a criterion that the registry changed, not by one digit", () => {
    const after = study(
      "Inclusion Criteria:\n\nAdults:\n\n* Aged 18 to 75\n* Sleeps badly:\n  * at night\n\nExclusion Criteria:\n\n* Works at night",
    );
    const [first, second, third] = inSpanish(after, worded(before)).criteria.criteria;
    expect(first).toMatchObject({ text: "Aged 18 to 75", lang: "en" });
    expect(second).toMatchObject({ text: "ES I2" });
    expect(third).toMatchObject({ text: "ES E1" });
    expect(second).not.toHaveProperty("lang");
  });

  it("follow a criterion to its new number, but not to the other side", () => {
    const after = study(
      "Inclusion Criteria:\n\nAdults:\n\n* Can walk\n* Aged 18 to 65\n* Works at night\n\nExclusion Criteria:\n\n* Sleeps badly:\n  * at night",
    );
    const shown = inSpanish(after, worded(before)).criteria.criteria;
    expect(shown.map(({ label, text, lang }) => [label, text, lang])).toEqual([
      ["I1", "Can walk", "en"],
      ["I2", "ES I1", undefined],
      ["I3", "Works at night", "en"],
      ["E1", "Sleeps badly:", "en"],
    ]);
  });

  it("keep a summary that the registry changed, and tell the desk", () => {
    const after: StudyToWord = { ...before, summary: "People walk for 45 minutes." };
    const texts = worded(before);
    expect(inSpanish(after, texts).summary).toBe("ES summary\n- 27");
    const passage = studyPassages(after, sha256).find(({ field }) => field === "summary");
    const text = texts.find(({ field }) => field === "summary");
    expect(passage && stateOf(passage, text)).toBe("registry_changed");
    expect(passage && stateOf(passage, undefined)).toBe("missing");
  });

  it("show no wording for what the registry no longer says at all", () => {
    const { summary, ...after } = before;
    expect(inSpanish({ ...after, conditions: [] }, worded(before))).toMatchObject({
      conditions: [],
    });
    expect(inSpanish(after, worded(before))).not.toHaveProperty("summary");
  });

  it("hold, for any two readings, only wordings of the very text that stands there", () => {
    const item = fc.constantFrom("Aged 18 or more", "Aged 8 or more", "Not pregnant", "Pregnant");
    const text = fc
      .tuple(fc.array(item, { maxLength: 4 }), fc.array(item, { maxLength: 4 }))
      .map(([inclusion, exclusion]) =>
        study(
          `Inclusion Criteria:\n\n${inclusion.map((it) => `* ${it}`).join("\n")}\n\nExclusion Criteria:\n\n${exclusion.map((it) => `* ${it}`).join("\n")}`,
        ),
      );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...publicLanguages), (older, newer, language) => {
        const texts = studyPassages(older, sha256).map(({ field, source, sourceSha256 }) => ({
          field,
          text: `WORDED ${source}`,
          sourceSha256,
        }));
        const shown = applyStudyTexts(newer, { language, texts }, sha256).criteria.criteria;
        for (const [index, { text: words }] of shown.entries()) {
          const registry = newer.criteria.criteria[index];
          expect([registry?.text, `WORDED ${registry?.text}`]).toContain(words);
          if (!words.startsWith("WORDED")) continue;
          expect(
            older.criteria.criteria.some(
              (known) => known.kind === registry?.kind && known.text === registry.text,
            ),
          ).toBe(true);
        }
      }),
    );
  });
});
