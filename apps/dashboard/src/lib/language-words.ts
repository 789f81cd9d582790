// The public languages as the desk calls them, and how to set a text of theirs.
import {
  directionOf,
  type PublicLanguage,
  publicLanguageNames,
} from "@studydesk/domain/public-language";

const names: Readonly<Record<PublicLanguage, string>> = {
  en: "English",
  es: "Spanish",
  zh: "Chinese",
  ar: "Arabic",
};

/** "Spanish". */
export function languageLabel(language: PublicLanguage): string {
  return names[language];
}

/** "Spanish · Español"; English by its one name. */
export function languageLabels(language: PublicLanguage): string {
  const own = publicLanguageNames[language];
  return own === names[language] ? own : `${names[language]} · ${own}`;
}

/** Of the element that holds a text of this language. */
export function setIn(language: PublicLanguage) {
  return { lang: language, dir: directionOf(language) } as const;
}
