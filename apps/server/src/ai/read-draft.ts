// Whether an answer is a text to show: cleaned of the marks that models leave, and refused with a sentence
// when it is empty, something else than a text, unfinished, too long, or in another language.
import { DomainError } from "@studydesk/domain/errors";
import { cleanParagraphs } from "@studydesk/domain/leads/typed-text";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { mostOverviewCharacters } from "@studydesk/domain/studies/overview";

const scripts: Readonly<Record<PublicLanguage, RegExp>> = {
  en: /\p{Script=Latin}/gu,
  es: /\p{Script=Latin}/gu,
  zh: /\p{Script=Han}/gu,
  ar: /\p{Script=Arabic}/gu,
};
/** Fewer letters say nothing about a study; in Chinese one is a word. */
const fewestLetters: Readonly<Record<PublicLanguage, number>> = { en: 80, es: 80, zh: 25, ar: 60 };

export function readDraft(
  answer: { text: string; finishReason: string },
  language: PublicLanguage,
): string {
  const text = withoutMarks(cleanParagraphs(answer.text));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) throw noDraft("ai_empty", "The AI answered with nothing.");
  if (isMarkup(text) || letters < fewestLetters[language]) {
    throw noDraft("ai_nonsense", "The AI answered with something that is no text about the study.");
  }
  if (text.length > mostOverviewCharacters) throw tooLong();
  if (answer.finishReason !== "stop" && answer.finishReason !== "other") {
    throw noDraft("ai_unfinished", "The AI stopped in the middle of the text.");
  }
  const inScript = text.match(scripts[language])?.length ?? 0;
  if (inScript < letters / 2) {
    throw noDraft(
      "ai_other_language",
      "The AI answered in another language than it was asked for.",
    );
  }
  return text;
}

export function tooLong(): DomainError {
  return noDraft("ai_too_long", "The AI answered with far more than a page can show.");
}

/** Every failure ends alike: nothing is lost, and there are two ways on. */
export function noDraft(reason: string, what: string, next?: string): DomainError {
  return new DomainError(
    "rule_broken",
    `${what} Nothing was changed. ${next ?? "Try again, or write the text by hand."}`,
    { reason },
  );
}

/** Thoughts before the answer, headings and bold type of Markdown, and a fence around it all. */
function withoutMarks(text: string): string {
  return text
    .replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>\s*/i, "")
    .replace(/^```\w*\n([\s\S]*?)\n?```$/, "$1")
    .replace(/^#{1,6}[ \t]+/gm, "")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function isMarkup(text: string): boolean {
  if (/<!doctype|<\/?(?:html|head|body|div|p|span|script|table)[\s>]/i.test(text)) return true;
  return /^[[{][\s\S]*[\]}]$/.test(text);
}
