// Names that a text brings in and the source does not have: words with a capital where a sentence does not
// ask for one, abbreviations, and, in Chinese and Arabic, whatever stands there in Latin letters.
import type { PublicLanguage } from "../public-language";
import { foldWord } from "./claim-text";
import { latinWordsOf } from "./claim-treatments";

/** Capitals that say nothing about a study. */
const ordinaryCapitals = new Set(
  [
    "i im ill ive id we you he she it they the a an and or if",
    "monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio",
    "agosto septiembre octubre noviembre diciembre",
    "english spanish chinese arabic ok no yes dr ud uds ai nct clinicaltrials gov",
    "mg kg ml cm mm mcg iu",
  ].flatMap((line) => line.split(" ")),
);

/** A word that begins a sentence is a name when the sentence goes on as if about a thing of that name. */
const actsLikeName: Readonly<Record<"en" | "es", RegExp>> = {
  en: /^ (?:is|was|has|had|can|will|may|might|does|works|helps|acts|blocks|cures?|improves?)\b/i,
  es: /^ (?:es|fue|ha|puede|podría|será|tiene|actúa|bloquea|ayuda|cura|mejora|funciona)(?!\p{L})/iu,
};
/** Words of every language's own that begin such sentences. */
const ordinarySubject =
  /^(?:this|that|it|there|he|she|who|what|which|each|every|either|neither|no|nobody|nothing|everyone|everybody|everything|someone|somebody|anyone|one|both|all|most|your|our|their|another|other|blood|sleep|pain|cancer|health|treatment|doctor|nurse|care|esto|est[ea]|es[aeo]|ell[ao]|el|la|un[ao]?|nadie|nada|todo|cada|alguien|quien|usted|participar|su|lo|se|no)$|(?:ing|tion|sion|ment|ness|ity|[^s]s|cion|dad|ar|er|ir)$/;

/** Where a text sends its readers: web and mail addresses, with or without what stands before them. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"]{1,200}|[^\s@]{1,64}@[^\s@]{1,200}|(?<![\p{L}\d.-])[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24}(?![\p{L}\d])(?:\/[^\s<>"]{0,200})?/giu;

/** What can be asked again and again of one source. */
export function indexNames(
  source: string,
): (text: string, language: PublicLanguage) => { start: number; end: number }[] {
  const known = new Set(latinWordsOf(source).map(([word]) => foldWord(word)));
  return (text, language) => {
    const words = latinWordsOf(text);
    const written = new Set(words.map(([word]) => word));
    const names = words.flatMap(({ 0: word, index: start }) => {
      const end = start + word.length;
      const folded = foldWord(word);
      const isPlain = known.has(folded) || ordinaryCapitals.has(folded) || word.length < 2;
      if (isPlain || known.has(folded.replace(/s$/, ""))) return [];
      if (language === "zh" || language === "ar") return [{ start, end }];
      if (!/^\p{Lu}/u.test(word) || written.has(word.toLowerCase())) return [];
      const isCode = /\p{Lu}/u.test(word.slice(1));
      const isName =
        isCode ||
        !beginsSentence(text, start) ||
        (actsLikeName[language].test(text.slice(end, end + 12)) && !ordinarySubject.test(folded));
      return isName ? [{ start, end }] : [];
    });
    return [...joinNeighbours(text, names), ...addressesIn(text)];
  };

  function addressesIn(text: string): { start: number; end: number }[] {
    return [...text.matchAll(address)].flatMap(({ 0: found, index: start }) => {
      const words = found.replace(/[.,;:!?)\]]+$/, "");
      const isKnown = source.toLowerCase().includes(words.toLowerCase());
      return isKnown ? [] : [{ start, end: start + words.length }];
    });
  }
}

/** "United States" is one name. */
function joinNeighbours(text: string, names: readonly { start: number; end: number }[]) {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of names) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, start) === " ") last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

/** Nothing before it, or the end of a sentence, a colon, a line's start, or a mark that opens. */
function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;…。]["”’)]*\s+|\n\s*|[¿¡“‘"'([]|(?:^|\s)[-–—*•·]\s+|\d[.)]\s+)$/u.test(
    text.slice(Math.max(0, at - 12), at),
  );
}
