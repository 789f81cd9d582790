// The public languages as the desk calls them, and how to set a text of theirs.
import {
  directionOf,
  type PublicLanguage,
  publicLanguageNames,
} from "@studydesk/domain/public-language";
import type { TextState } from "@studydesk/domain/studies/study-texts";
import type { Tone } from "../../components/status-badge";

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

/** In English a wording is an edit of the registry's own text, elsewhere a translation. */
export function stateWords(
  language: PublicLanguage,
  state: TextState,
): { label: string; tone: Tone } {
  if (state === "registry_changed") return { label: "Registry changed since", tone: "contacting" };
  if (state === "current") {
    return { label: language === "en" ? "Edited here" : "Translated", tone: "good" };
  }
  return language === "en"
    ? { label: "As in the registry", tone: "idle" }
    : { label: "Not translated", tone: "idle" };
}
