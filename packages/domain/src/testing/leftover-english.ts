// For tests of the words in several languages: English that was left in a text of another one. Chinese and
// Arabic are told from it by their script; Spanish by the small words that it does not share.
import type { PublicLanguage } from "../public-language";

/** Names and signs that are the same in every language. */
const names =
  /ClinicalTrials\.gov|GeoNames|CC BY 4\.0|NCT\d*|[\p{L}.]+@example\.org|https?(?::\/\/\S+)?|7K2M-9QXP-4T|(?<![A-Za-z])(?:[IV]{1,3}|QR|kB|HIPAA|ECOG|KPS|ASA|HbA1c|eGFR|Fitzpatrick)(?![A-Za-z])/gu;

const smallWords =
  "the of and you your with this that these those from are is was were not we our they their what when where which who how why it its be been have has had will would can cannot may please study studies team page site centre here there nothing something somebody nobody any all more for to by on at an or if";
const english = new RegExp(`(?<!\\p{L})(?:${smallWords.replaceAll(" ", "|")})(?!\\p{L})`, "giu");

/** The words, each once; empty for a text that is wholly in its language. */
export function leftoverEnglish(language: PublicLanguage, text: string): string[] {
  const bare = text.replaceAll(names, " ").replaceAll(/[\u2066-\u2069]/g, "");
  const found =
    language === "en" ? [] : (bare.match(language === "es" ? english : /[A-Za-z]{2,}/g) ?? []);
  return [...new Set(found)];
}
