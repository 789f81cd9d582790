// The units that a number in a text about a study may carry, in the four languages, and how two amounts
// are told to be the same. A unit that must stand in the source, too, is strict.

export type ClaimUnit =
  | "seconds"
  | "minutes"
  | "months"
  | "percent"
  | "money"
  | "people"
  | "visits"
  | "times"
  | (string & {});

export interface FoundUnit {
  unit: ClaimUnit;
  /** How many of the unit one of the written is: a week is 10080 minutes. */
  factor: number;
  /** False: a source that gives the bare number supports it ("aged 18 to 80"). */
  isStrict: boolean;
  length: number;
}

type UnitRow = [unit: ClaimUnit, factor: number, isStrict: boolean, words: string];

const day = 24 * 60;

/** Longer spellings of the same beginning stand first. */
const rows: readonly UnitRow[] = [
  ["seconds", 1, false, "seconds?|secs?|segundos?|秒钟?|ثانيه|ثواني?"],
  ["minutes", 1, false, "minutes?|mins?|minutos?|分钟|دقيقه|دقائق"],
  ["minutes", 60, false, "hours?|hrs?|h|horas?|(?:个)?小时|(?:个)?钟头|ساعه|ساعات"],
  ["minutes", day, false, "days?|días?|dias?|天|يوما?|ايام"],
  ["minutes", 7 * day, false, "weeks?|wks?|semanas?|(?:个)?(?:周(?!岁)|星期|礼拜)|اسبوعا?|اسابيع"],
  ["months", 1, false, "months?|mos?|mes(?:es)?|个月|شهرا?|اشهر|شهور"],
  ["months", 12, false, "years?|yrs?|años?|周?岁|年|سنه|سنوات|عاما?|اعوام"],
  ["percent", 1, true, "%|％|٪|per ?cent|percent|por ciento|(?:بال|في ال)م(?:ئ|ائ)ه"],
  ["money", 1, true, "dollars?|euros?|pounds?|usd|eur|dólares|美元|欧元|元|دولارا?|يورو"],
  [
    "people",
    1,
    false,
    "participants?|people|persons?|patients?|subjects|adults?|children|women|men|volunteers?|individuals|" +
      "personas?|pacientes?|participantes?|adultos?|niños|mujeres|hombres|voluntari[oa]s?|" +
      "(?:名|位|个)?(?:参与者|参加者|患者|病人|受试者|志愿者|成年?人|人)|名|位|" +
      "مشاركا?|مشاركين|شخصا?|اشخاص|مريضا?|مرضي|متطوعا?|متطوعين",
  ],
  ["visits", 1, false, "visits?|visitas?|次(?:就诊|访视|随访)|زيار(?:ه|ات)"],
  ["times", 1, false, "times|doses?|veces|dosis|次|مرات|مره|جرعات?|جرعه"],
  ["mg/kg", 1, true, "mg\\/kg"],
  ["mg/m2", 1, true, "mg\\/m(?:2|²)"],
  ["kg/m2", 1, true, "kg\\/m(?:2|²)"],
  ["mg/dl", 1, true, "mg\\/dl"],
  ["g/dl", 1, true, "g\\/dl"],
  ["mmol/l", 1, true, "mmol\\/l"],
  ["mmhg", 1, true, "mm ?hg"],
  ["mcg", 1, true, "mcg|[µμ]g|micrograms?|microgramos?|微克|ميكروغرام"],
  ["mg", 1, true, "mgs?|milligrams?|miligramos?|毫克|ملغم?|ملجم|ملل?يغرام(?:ات)?"],
  ["kg", 1, true, "kgs?|kilograms?|kilogramos?|kilos?|公斤|千克|كغم?|كجم|كيلوغرام(?:ات)?"],
  ["g", 1, true, "g|grams?|gramos?|克|غرام(?:ات)?"],
  ["ml", 1, true, "ml|cc|millilit(?:er|re)s?|mililitros?|毫升|مل|ملل?يلتر(?:ات)?"],
  ["gy", 1, true, "gy|grays?"],
  ["iu", 1, true, "iu|ui"],
  ["mm", 1, true, "mm|millimet(?:er|re)s?|milímetros?|毫米"],
  ["cm", 1, true, "cm|centimet(?:er|re)s?|centímetros?|厘米"],
];

// One space or hyphen may stand between ("12-week"); a Latin or Arabic word must end there.
const endOfWord = "(?![\\p{Script=Latin}\\p{Script=Arabic}\\d/])";
const patterns = rows.map(([unit, factor, isStrict, words]) => ({
  unit,
  factor,
  isStrict,
  pattern: new RegExp(`[ \\u00a0\\u202f-]?(?:${words})${endOfWord}`, "iuy"),
}));

/** `text` with digits and letters folded as claim-text.ts does; `at` is where the number ends. */
export function unitAt(text: string, at: number): FoundUnit | undefined {
  for (const { pattern, ...found } of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { ...found, length: match[0].length };
  }
  return undefined;
}
