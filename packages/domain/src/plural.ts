// Words that hang on a number, by the rules of the language: Arabic has six forms, Chinese one.
import type { PublicLanguage } from "./public-language";

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<PublicLanguage, Intl.PluralRules>();

/** The form for this number, with `#` replaced by it: `plural("en", 2, { one: "# hour", other: "# hours" })`. */
export function plural(language: PublicLanguage, n: number, forms: PluralForms): string {
  const rule = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rule);
  return (forms[rule.select(n)] ?? forms.other).replaceAll("#", String(n));
}
