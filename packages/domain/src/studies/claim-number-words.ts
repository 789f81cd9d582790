// Numbers that are written as words, in the four languages: "twenty-five", "treinta y dos", "三十六",
// "خمسة وعشرون". Each is found with its position; what it means is one number.
import type { PublicLanguage } from "../public-language";

export interface NumberWord {
  start: number;
  end: number;
  value: number;
  /** The numbers it is put together from: a piece of a longer one is supported with it. */
  parts: number[];
}

const english: Readonly<Record<string, number>> = Object.fromEntries([
  ...[
    ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(
      " ",
    ),
  ]
    .concat("fifteen sixteen seventeen eighteen nineteen".split(" "))
    .map((word, index): [string, number] => [word, index + 1]),
  ...tens("twenty thirty forty fifty sixty seventy eighty ninety"),
  ...[["twice", 2] as const, ["dozen", 12] as const],
  ...[["hundred", 100] as const, ["thousand", 1000] as const, ["million", 1_000_000] as const],
]);

const spanish: Readonly<Record<string, number>> = Object.fromEntries([
  ..."dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 2]),
  ...tens("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3),
  ..."cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
    .split(" ")
    .map((word, index): [string, number] => [word, 100 * (index + 1)]),
  ...[["ciento", 100] as const, ["mil", 1000] as const, ["millón", 1_000_000] as const],
]);

/** Folded as claim-text.ts does. The tens come with "and" before them, the teens with "ten" after. */
const arabic: Readonly<Record<string, number>> = {
  ...{ اثنان: 2, اثنين: 2, اثنتان: 2, اثنتين: 2, اثنا: 2, اثني: 2, احد: 1, احدي: 1 },
  ...{ ثلاثه: 3, ثلاث: 3, اربعه: 4, اربع: 4, خمسه: 5, خمس: 5, سته: 6, ست: 6, سبعه: 7, سبع: 7 },
  ...{ ثمانيه: 8, ثماني: 8, ثمان: 8, تسعه: 9, تسع: 9, عشره: 10, عشر: 10 },
  ...{ عشرون: 20, عشرين: 20, ثلاثون: 30, ثلاثين: 30, اربعون: 40, اربعين: 40, خمسون: 50 },
  ...{ خمسين: 50, ستون: 60, ستين: 60, سبعون: 70, سبعين: 70, ثمانون: 80, ثمانين: 80 },
  ...{ تسعون: 90, تسعين: 90, مئه: 100, مائه: 100, مئتان: 200, مئتين: 200, مائتين: 200 },
  ...{ ثلاثمئه: 300, ثلاثمائه: 300, اربعمئه: 400, اربعمائه: 400, خمسمئه: 500, خمسمائه: 500 },
  ...{ ستمئه: 600, ستمائه: 600, سبعمئه: 700, ثمانمئه: 800, تسعمئه: 900, الف: 1000, الاف: 1000 },
};

const wordsOf: Readonly<Record<Exclude<PublicLanguage, "zh">, Readonly<Record<string, number>>>> = {
  en: english,
  es: spanish,
  ar: arabic,
};

/** What may stand between two words of one number. */
const joins: Readonly<Record<Exclude<PublicLanguage, "zh">, RegExp>> = {
  en: /^(?:[ -]| and )$/i,
  es: /^(?: | y )$/i,
  ar: /^ $/,
};

function tens(words: string, first = 2): [string, number][] {
  return words.split(" ").map((word, index) => [word, 10 * (index + first)]);
}

/** `text` folded as claim-text.ts does. */
export function findNumberWords(text: string, language: PublicLanguage): NumberWord[] {
  if (language === "zh") return findChineseNumbers(text);
  const words = wordsOf[language];
  const found: NumberWord[] = [];
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const written = match[0].toLowerCase();
    const bare = language === "ar" ? written.replace(/^و(?=\p{L}{3})/u, "") : written;
    const value = Object.hasOwn(words, bare) ? words[bare] : undefined;
    if (value === undefined) continue;
    const end = match.index + match[0].length;
    const last = found.at(-1);
    const gap = last && text.slice(last.end, match.index);
    if (last && gap && joins[language].test(gap) && canFollow(last, value, language)) {
      last.value = joined(last.value, value);
      last.parts.push(value);
      last.end = end;
    } else {
      found.push({ start: match.index, end, value, parts: [value] });
    }
  }
  return found;
}

/** "Twenty five", "five hundred", "hundred and six"; never "five six", which are two numbers. */
function canFollow(last: NumberWord, value: number, language: PublicLanguage): boolean {
  const before = last.parts.at(-1) ?? 0;
  if (value >= 100) return last.value < value || value === 100 || last.value % 1000 === 0;
  if (before >= 100) return true;
  if (before >= 20 && value < 10) return true;
  // Arabic says five and twenty, and three ten.
  return language === "ar" && before < 10 && value >= 10 && value % 10 === 0;
}

function joined(before: number, value: number): number {
  if (value < 100 || (before % 1000 === 0 && value < 1000)) return before + value;
  const low = before % 1000;
  return before - low + (low || 1) * value;
}

const chineseDigits = "零一二三四五六七八九";
const chineseSteps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function findChineseNumbers(text: string): NumberWord[] {
  return [...text.matchAll(/[零〇一二两三四五六七八九十百千万]+|半(?=年|天|小时|个月)/g)].map(
    ({ 0: written, index }) => {
      const value = written === "半" ? 0.5 : readChinese(written);
      return { start: index, end: index + written.length, value, parts: [value] };
    },
  );
}

function readChinese(written: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const sign of written.replaceAll("两", "二").replaceAll("〇", "零")) {
    const step = chineseSteps[sign];
    if (sign === "万") {
      total = (total + section + digit || 1) * 10_000;
      section = 0;
      digit = 0;
    } else if (step === undefined) {
      digit = chineseDigits.indexOf(sign);
    } else {
      section += (digit || 1) * step;
      digit = 0;
    }
  }
  return total + section + digit;
}
