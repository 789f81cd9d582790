// All words that the public pages add to the registry's own, by language and part. A part that lacks a
// word does not compile: English gives each part its shape.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { texts as ar } from "./ar/texts";
import { texts as en, type LanguageTexts } from "./en/texts";
import { texts as es } from "./es/texts";
import { texts as zh } from "./zh/texts";

/** `lang` is the language that the words are in. */
export type Texts = LanguageTexts & { lang: PublicLanguage };

const all: Readonly<Record<PublicLanguage, LanguageTexts>> = { en, es, zh, ar };

export function textsOf(language: PublicLanguage): Texts {
  return { ...all[language], lang: language };
}
