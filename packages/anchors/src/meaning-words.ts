// Words that decide who may join a study, in the languages of the public pages: bounds, negations, numbers
// that are spelled out. Lower case, without accents, as `meaningTokens` compares them.

/** Of languages that part their words by spaces. */
export const meaningWords: readonly string[] = [
  // English: negation
  ..."no non not without never none neither nor cannot except unless lack absence".split(" "),
  ..."negative positive poorly excluding outside inside refuse refuses refused refusal".split(" "),
  ..."reject rejects rejected rejection withdraw withdraws withdrawn".split(" "),
  "with or without",
  // English: bounds
  ...["at least", "at most", "no more than", "no less than", "more than", "less than"],
  ...["fewer than", "greater than", "lower than", "higher than", "up to", "or more", "or less"],
  ..."over under above below minimum maximum exceeding within older younger before after prior".split(
    " ",
  ),
  // English: numbers
  ..."thirty forty fifty sixty seventy eighty ninety hundred thousand million once twice".split(
    " ",
  ),
  ..."half both bilateral unilateral".split(" "),
  // Spanish: negation
  ..."sin ni nunca ningun ninguno ninguna tampoco excepto salvo ausencia".split(" "),
  // Spanish: bounds
  ...["al menos", "por lo menos", "como minimo", "como maximo", "mas de", "menos de"],
  ...["mayor de", "menor de", "mayores de", "menores de", "mayor que", "menor que"],
  ..."hasta superior inferior minimo maximo antes despues".split(" "),
  // Spanish: numbers
  ..."treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil medio".split(" "),
];

/** From zero on; "six" and "6" are one number. */
const english =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
const spanish =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte";
// "Once" is a number in either language, and not the same one: left to the bounds above.
export const spelledNumbers: ReadonlyMap<string, string> = new Map(
  [english, spanish]
    .flatMap((words) => words.split(" ").map((word, value) => [word, String(value)] as const))
    .filter(([word]) => word !== "once"),
);

/** Count only behind a number; an "s" at the end says nothing. */
export const unitWords: ReadonlySet<string> = new Set([
  ..."second minute hour day week month year cycle dose pack segundo minuto hora dia semana".split(
    " ",
  ),
  ..."mese ano ciclo mg g kg mcg ug ml l dl mm cm m km mmol gy ms".split(" "),
]);

/** Before a lone "I", "V" or "X": a numeral then, and no pronoun. */
export const gradedWords: ReadonlySet<string> = new Set(
  "stage grade type class phase asa nyha group level part arm cohort category figo".split(" "),
);

/** May carry و (and), ف (so) or ب (by) in front, written as one word. */
export const arabicMeaningWords: readonly string[] = [
  ..."لا لم لن ليس ليست غير بدون دون عدم الا سوى".split(" "),
  ...["على الاقل", "على الاكثر", "اكثر من", "اقل من", "اكبر من", "اصغر من", "حد ادنى", "حد اقصى"],
  ..."فوق تحت حتى قبل بعد".split(" "),
];

/** Chinese has no spaces: found anywhere, longer ones first. */
export const chineseMeaningWords: readonly string[] = [
  ..."不超过 不少于 不低于 不高于 不大于 不小于 大于等于 小于等于 至少 至多 最多 最少 大于".split(
    " ",
  ),
  ..."小于 超过 高于 低于 少于 多于 以上 以下 以内 未满 之前 之后 没有 除非 除外".split(" "),
  ..."不 无 無 没 沒 未 非 勿 否".split(" "),
];

/** "able" and "unable": one prefix turns a word into its opposite. */
export const opposingPrefixes: readonly string[] = [
  "a",
  "contra",
  "un",
  "in",
  "im",
  "il",
  "ir",
  "non",
  "dis",
  "no",
];
