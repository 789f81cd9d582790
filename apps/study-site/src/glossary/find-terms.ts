// Where the explained terms stand in a text: each at its first place there, none within another.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { type TermId, termPatterns } from "./term-patterns";

export interface FoundTerm {
  id: TermId;
  /** Where it begins in the text, and the words as they stand there. */
  at: number;
  words: string;
}

const searches = new Map<PublicLanguage, RegExp>();

/** More than the registry takes in any field: a record that was made to be slow costs no reader's time. */
const mostSearched = 40_000;

export function findTerms(text: string, language: PublicLanguage): FoundTerm[] {
  const found = new Map<string, FoundTerm>();
  for (const match of text.slice(0, mostSearched).matchAll(searchFor(language))) {
    const [id] = Object.entries(match.groups ?? {}).find(([, words]) => words) ?? [];
    if (!isTermId(id) || found.has(id)) continue;
    found.set(id, { id, at: match.index, words: match[0] });
  }
  return [...found.values()];
}

function isTermId(id: string | undefined): id is TermId {
  return id !== undefined && id in termPatterns.en;
}

function searchFor(language: PublicLanguage): RegExp {
  const made = searches.get(language);
  if (made) return made;
  const groups = Object.entries(termPatterns[language])
    .map(([id, pattern]) => `(?<${id}>${pattern})`)
    .join("|");
  // Chinese writes no spaces; Arabic joins its article and prepositions to the word.
  const isWhole = language === "en" || language === "es";
  const search = isWhole
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups})(?![\\p{L}\\p{N}])`, "giu")
    : new RegExp(groups, "giu");
  searches.set(language, search);
  return search;
}
