import { readdirSync } from "node:fs";
import { join } from "node:path";
import { publicLanguages } from "@studydesk/domain/public-language";
import { leftoverEnglish } from "@studydesk/domain/testing/leftover-english";
import { sayTexts } from "@studydesk/domain/testing/say-texts";
import { describe, expect, it } from "vitest";

const mails = readdirSync(join(import.meta.dirname, "en"));

const said = async (language: string, mail: string) =>
  sayTexts(await import(`./${language}/${mail.replace(/\.ts$/, "")}.ts`));

describe.each(publicLanguages)("the mails in %s", (language) => {
  it.each(mails)("say everything that %s says, and nothing in English", async (mail) => {
    const english = await said("en", mail);
    const own = await said(language, mail);
    expect(own.map(({ path }) => path)).toEqual(english.map(({ path }) => path));
    const problems = own.flatMap(({ path, text }) => [
      ...(text === "" || text.includes("#") ? [`${path} is not whole: “${text}”`] : []),
      ...leftoverEnglish(language, text).map((word) => `${path} has “${word}” in it`),
    ]);
    expect(problems).toEqual([]);
    if (language === "en") return;
    const words = ({ text }: { text: string }) => /[A-Za-z]{2}/.test(text);
    const same = own.filter((each, at) => words(each) && each.text === english[at]?.text);
    expect(same).toEqual([]);
  });
});
