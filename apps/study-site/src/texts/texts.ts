// All words that the public pages add to the registry's own, by language and part. A part that lacks a
// word does not compile: English gives each part its shape.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { answer } from "./en/answer";
import { elsewhere } from "./en/elsewhere";
import { faqs } from "./en/faqs";
import { form } from "./en/form";
import { frame } from "./en/frame";
import { list } from "./en/list";
import { study } from "./en/study";

const en = { answer, elsewhere, faqs, form, frame, list, study };

/** `lang` is the language that the words are in. */
export type Texts = typeof en & { lang: PublicLanguage };

const all: Readonly<Record<PublicLanguage, typeof en>> = { en, es: en, zh: en, ar: en };

export function textsOf(language: PublicLanguage): Texts {
  return { ...all[language], lang: language };
}
