// Small readings of one piece of eligibility text, shared by the steps of the criteria parser.

/** Resolves the escapes that the registry writes before signs: `\>=` and `\[`. */
export function resolveEscapes(raw: string): string {
  return raw.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Resolves escapes and makes every run of white space one space. */
export function cleanText(raw: string): string {
  return resolveEscapes(raw).replace(/\s+/g, " ").trim();
}

export function endsWithColon(text: string): boolean {
  return text.endsWith(":") || text.endsWith("：");
}

export function endsSentence(text: string): boolean {
  return /[.;:：。；!?]$/.test(text);
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** "AND" or "OR" alone on a line: it binds the criterion before it to the next. */
export function isConnective(text: string): boolean {
  return /^(?:and|or|and\/or)[.,:]?$/i.test(text);
}

/** "None" or "N/A" in place of a list: nothing that a person could be asked. */
export function saysNone(text: string): boolean {
  return /^(?:none|nil|n\/?a|not applicable|no exclusion criteria)\.?$/i.test(text);
}

/** Whether the second line goes on with the first one's sentence, judged by how a typist wraps. */
export function isWrapped(previous: string, next: string, first: string): boolean {
  if (endsSentence(previous)) return false;
  if (previous.length >= 60 || previous.endsWith(",")) return true;
  return /^\p{Lu}/u.test(first) && /^[\p{Ll}(<>=≥≤]/u.test(next);
}

/** Short, and no sentence: the way a heading without a colon looks. */
export function looksLikeTitle(text: string): boolean {
  return text.length <= 80 && !/[.;,!?]$/.test(text) && /^[\p{Lu}\p{Lo}\d(]/u.test(text);
}
