// A criterion's sentence made ready for reading: without what a registry's typists put around it.

/** Without asides in brackets, and without the marks at its end. */
export function withoutAsides(text: string): string {
  return trimEnd(text.replace(/\s*\([^()]*\)/g, "").replace(/\s*\([^()]*\)/g, ""));
}

export function trimEnd(text: string): string {
  return text.replace(/[\s.;,:…]+$/u, "").trim();
}

/** With a small letter, unless the first word is an abbreviation or a single sign. */
export function lowerFirst(text: string): string {
  const [first = ""] = text.split(/[\s,]/);
  return /^\p{Lu}\p{Ll}+(?:[-/]\p{Ll}+)*$/u.test(first)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

/** Whether nothing is left but words that say nothing more. */
export function hasOnly(text: string, words: ReadonlySet<string>): boolean {
  const found = text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? [];
  return found.every((word) => words.has(word));
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));
