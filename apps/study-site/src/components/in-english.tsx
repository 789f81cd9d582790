// What the registry has in English alone, before a reader of another language: said once per section, and
// marked, so that it is read aloud and laid out as English.
import { directionOf, type PublicLanguage } from "@studydesk/domain/public-language";
import type { Texts } from "../texts/texts";

/** For the element that holds the words; nothing where they are in the page's own language. */
export function languageMark(
  t: Texts,
  language: PublicLanguage,
): { lang?: PublicLanguage; dir?: "ltr" | "rtl" } {
  if (language === t.lang) return {};
  return { lang: language, dir: directionOf(language) };
}

export function InEnglishNote({ t }: { t: Texts }) {
  return <p className="in-english quiet small">{t.study.inEnglish}</p>;
}
