// What search engines and shared links say about a study, in one or two lines.
import { resolveEscapes } from "@studydesk/domain/studies/criteria-text";
import type { StudyPage } from "@studydesk/domain/studies/study-page";

const mostCharacters = 160;

/** The plain-language text where there is one, else the registry's; cut after a word. */
export function describeStudy({ overview, summary }: StudyPage): string | undefined {
  const text = resolveEscapes(overview?.text ?? summary ?? "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return undefined;
  if (text.length <= mostCharacters) return text;
  const cut = text.slice(0, mostCharacters);
  const lastSpace = cut.lastIndexOf(" ");
  // Chinese has no spaces to cut at; a letter of two halves is never torn apart.
  const whole = lastSpace > mostCharacters / 2 ? cut.slice(0, lastSpace) : cut.toWellFormed();
  return `${whole.replace(/[\s,;:.(–-]+$/, "").replace(/\uFFFD$/, "")}…`;
}
