// Words of the page within a sentence of ours: in the language's quotation marks, and set apart where the
// directions of the two may differ.
import { isolate } from "@studydesk/domain/isolate";
import type { PublicLanguage } from "@studydesk/domain/public-language";

const marks: Readonly<Record<PublicLanguage, readonly [open: string, close: string]>> = {
  en: ["“", "”"],
  es: ["«", "»"],
  zh: ["“", "”"],
  ar: ["«", "»"],
};

export function quoted(language: PublicLanguage, text: string): string {
  const [open, close] = marks[language];
  return open + isolate(language, text) + close;
}
