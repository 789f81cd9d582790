// What the address of a study's texts holds: the language, and which of the three parts. Odd values mean
// nothing.
import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";

export const textsParts = ["texts", "questions", "consent"] as const;
export type TextsPart = (typeof textsParts)[number];

export interface StudyTextsSearch {
  language?: PublicLanguage;
  part?: TextsPart;
}

export function readStudyTextsSearch(raw: Record<string, unknown>): StudyTextsSearch {
  const language = publicLanguages.find((known) => known === raw.language);
  const part = textsParts.find((known) => known === raw.part);
  return { ...(language ? { language } : {}), ...(part ? { part } : {}) };
}
