// Words that decide who may join a study, in the languages of the public pages: bounds, negations, numbers
// that are spelled out. Lower case, without accents, as `meaningTokens` compares them.

/** Of languages that part their words by spaces. */
export const meaningWords: readonly string[] = [
  // English: negation
  ..."no non not without never none neither nor cannot except unless lack absence".split(" "),
  // English: bounds
  ...["at least", "at most", "no more than", "no less than", "more than", "less than"],
  ...["fewer than", "greater than", "lower than", "higher than", "up to", "or more", "or less"],
  ..."over under above below minimum maximum exceeding within older younger before after".split(
    " ",
  ),
  // English: numbers
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen".split(" "),
  ..."fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty".split(" "),
  ..."sixty seventy eighty ninety hundred thousand million once twice half".split(" "),
  // Spanish: negation
  ..."sin ni nunca ningun ninguno ninguna tampoco excepto salvo ausencia".split(" "),
  // Spanish: bounds
  ...["al menos", "por lo menos", "como minimo", "como maximo", "mas de", "menos de"],
  ...["mayor de", "menor de", "mayores de", "menores de", "mayor que", "menor que"],
  ..."hasta superior inferior minimo maximo antes despues".split(" "),
  // Spanish: numbers
  ..."cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce".split(" "),
  ..."quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta".split(" "),
  ..."cincuenta sesenta setenta ochenta noventa cien mil medio".split(" "),
];

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
  "un",
  "in",
  "im",
  "il",
  "ir",
  "non",
  "dis",
  "no",
];
