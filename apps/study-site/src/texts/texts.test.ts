import { readdirSync } from "node:fs";
import { join } from "node:path";
import { publicLanguages } from "@studydesk/domain/public-language";
import { leftoverEnglish } from "@studydesk/domain/testing/leftover-english";
import { foreignName, sayTexts } from "@studydesk/domain/testing/say-texts";
import { describe, expect, it } from "vitest";

/** Words that another language shares with English. */
const shared = new Set(
  "Placebo|HIPAA|Carcinoma|HbA1c|Stent|Caries|Periapical, interradicular|No".split("|"),
);

const parts = readdirSync(join(import.meta.dirname, "en")).filter((file) => file !== "texts.ts");

const said = async (language: string, part: string) =>
  sayTexts(await import(`./${language}/${part.replace(/\.ts$/, "")}.ts`)).filter(
    // For the machine, not for a reader.
    ({ path }) => !path.endsWith(".dateLocale"),
  );

describe.each(publicLanguages)("the words in %s", (language) => {
  it("have a file for every part", () => {
    const files = readdirSync(join(import.meta.dirname, language));
    expect(files.toSorted()).toEqual([...parts, "texts.ts"].toSorted());
  });

  describe.each(parts)("%s", (part) => {
    it("lacks none of the English keys and adds none", async () => {
      const names = (texts: { path: string }[]) => texts.map(({ path }) => keyOf(path));
      expect(new Set(names(await said(language, part)))).toEqual(
        new Set(names(await said("en", part))),
      );
    });

    it("says something everywhere, and never in English", async () => {
      const english = new Map((await said("en", part)).map(({ path, text }) => [path, text]));
      const problems = (await said(language, part)).flatMap(({ path, text }) => {
        const left = leftoverEnglish(language, text);
        return [
          ...(isWhole(path, text, english.get(path)) ? [] : [`${path} is not whole: “${text}”`]),
          ...(left.length > 0 ? [`${path} has English in it: ${left.join(", ")}`] : []),
          ...(language !== "en" && isEnglish(text, english.get(path))
            ? [`${path} is as in English: “${text}”`]
            : []),
        ];
      });
      expect(problems).toEqual([]);
    });

    it("hands on the values that the English hands on", async () => {
      const english = new Map((await said("en", part)).map(({ path, text }) => [path, text]));
      for (const { path, text } of await said(language, part)) {
        const value = english.get(path)?.includes(foreignName);
        if (value) expect(text, `${language} ${path}`).toContain(foreignName);
      }
    });
  });
});

/** "form.problemsTitle" of "form.problemsTitle(3)". */
function keyOf(path: string): string {
  return path.replace(/\(.*\)$/, "");
}

function isEnglish(text: string, english: string | undefined): boolean {
  return text === english && /[A-Za-z]{2}/.test(text) && !shared.has(text);
}

/** Where English says nothing, nothing is said; a mark for a number must have become one. */
function isWhole(path: string, text: string, english: string | undefined): boolean {
  if (english === "") return text === "";
  return text.trim() !== "" && !(path.endsWith(")") && text.includes("#"));
}
