// Readings of a text that keep every position: what is found in the folded text stands at the same place
// in the one that was written.

const foldedLetters: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  "٫": ".",
  "٬": ",",
};

/** Digits of any script as ASCII, and the spellings of an Arabic letter as one; as long as before. */
export function foldForClaims(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[أإآٱىة٫٬]/g, (letter) => foldedLetters[letter] ?? letter);
}

/** Lower case without accents, for comparing words across English and Spanish. */
export function foldWord(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

const sentenceEnd = /[.!?؟][)"”’»]*(?=\s|$)|[。！？]|\n/gu;

/** The sentence around a position, as written, without the white space at its ends. */
export function sentenceAround(text: string, start: number, end: number): string {
  const { from, to } = sentenceBounds(text, start, end);
  return text.slice(from, to).trim();
}

/** Ends are told by signs alone, alike in every browser and on the server. */
export function sentenceBounds(text: string, start: number, end: number) {
  let from = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    const after = match.index + match[0].length;
    if (after <= start) from = after;
    else if (after >= end) return { from, to: after };
  }
  return { from, to: text.length };
}
