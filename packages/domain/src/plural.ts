// Words that hang on a number, by the rules of the language: Arabic has six forms, Chinese one.
import { localeOf, type PublicLanguage } from "./public-language";

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

interface Counting {
  rules: Intl.PluralRules;
  digits: Intl.NumberFormat;
}
const known = new Map<PublicLanguage, Counting>();

/** The form for this number, with `#` replaced by it: `plural("en", 2, { one: "# hour", other: "# hours" })`. */
export function plural(language: PublicLanguage, n: number, forms: PluralForms): string {
  const { rules, digits } = countingIn(language);
  return (forms[rules.select(n)] ?? forms.other).replaceAll("#", digits.format(n));
}

function countingIn(language: PublicLanguage): Counting {
  const locale = localeOf(language);
  const counting = known.get(language) ?? {
    rules: new Intl.PluralRules(locale),
    digits: new Intl.NumberFormat(locale),
  };
  known.set(language, counting);
  return counting;
}
