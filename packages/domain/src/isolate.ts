// A name, a title or a phone number within a sentence of another direction: two invisible marks keep the
// sentence and the value in their own order. They work in a page, in a mail's plain text and in a title,
// where no tag could.
import { directionOf, type PublicLanguage } from "./public-language";

const firstStrongIsolate = "\u2068";
const popIsolate = "\u2069";
/** Typed into a name they would turn the words around it, too. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;

const rightToLeft =
  "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}";
const hasRightToLeft = new RegExp(`[${rightToLeft}]`, "u");
/** Right-to-left words alone: no number and no mark at the ends that the sentence could pull away. */
const isPlainRightToLeft = new RegExp(
  `^[${rightToLeft}\\p{M}]+(?: [${rightToLeft}\\p{M}]+)*$`,
  "u",
);

/**
 * The value, marked where the sentence's language could disturb it or be disturbed. For one line: a line
 * break ends the isolation.
 */
export function isolate(language: PublicLanguage, value: string): string {
  const bare = value.replaceAll(directionMarks, "");
  const isSafe =
    directionOf(language) === "ltr" ? !hasRightToLeft.test(bare) : isPlainRightToLeft.test(bare);
  return isSafe || bare === "" ? bare : firstStrongIsolate + bare + popIsolate;
}
