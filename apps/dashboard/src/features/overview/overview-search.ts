// What the address of a plain-language text holds: its language. Odd values mean nothing.
import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";

export interface OverviewSearch {
  language?: PublicLanguage;
}

export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const language = publicLanguages.find((known) => known === raw.language);
  return language ? { language } : {};
}
