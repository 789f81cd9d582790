// How hard a text is to read: for English the school grade of Flesch and Kincaid, for every language the
// length of its sentences.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";

export interface ReadingGrade {
  /** American school years; only for English. */
  grade: number | undefined;
  wordsPerSentence: number;
}

/** Undefined while there is too little to say anything about. */
export function readingGrade(text: string, language: PublicLanguage): ReadingGrade | undefined {
  const words = wordsOf(text, language);
  const sentences = countSentences(text, language);
  if (words.length < fewestWords || sentences === 0) return undefined;
  const wordsPerSentence = Math.round(words.length / sentences);
  if (language !== "en") return { grade: undefined, wordsPerSentence };
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = fleschKincaid({
    sentence: sentences,
    word: words.length,
    syllable: syllables,
  });
  return { grade: Math.max(1, Math.round(grade)), wordsPerSentence };
}

const fewestWords = 10;

function wordsOf(text: string, language: PublicLanguage): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** A line ends a sentence, too: a list has no full stops. */
function countSentences(text: string, language: PublicLanguage): number {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return text
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)])
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
