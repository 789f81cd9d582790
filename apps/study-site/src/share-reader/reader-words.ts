// What the pages behind sealed links say, in the language that the recipient's browser asks for first: the
// pages themselves are one and the same for all.
import type { ShareEnd } from "@studydesk/domain/shares/open-share-answer";
import { reader as english, type ReaderTexts } from "../texts/en/reader";
import { gapIn } from "../texts/gap-in";

/** An end that no further try changes: shown instead of the form. */
export interface Told {
  title: string;
  text: string;
}

type Language = "en" | "es" | "zh" | "ar";
type OtherLanguage = Exclude<Language, "en">;

/** English where none of ours is asked for, or when the words do not arrive. `languages`: of the browser. */
export async function readWords<Texts>(
  languages: readonly string[],
  english: Texts,
  others: Readonly<Record<OtherLanguage, () => Promise<Texts>>>,
): Promise<{ language: Language; t: Texts }> {
  const asked = languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const language = asked.find((primary) => primary === "en" || isOther(primary));
  if (!isOther(language)) return { language: "en", t: english };
  try {
    return { language, t: await others[language]() };
  } catch {
    return { language: "en", t: english };
  }
}

export function readReaderWords(languages: readonly string[]) {
  return readWords<ReaderTexts>(languages, english, {
    es: async () => (await import("../texts/es/reader")).reader,
    zh: async () => (await import("../texts/zh/reader")).reader,
    ar: async () => (await import("../texts/ar/reader")).reader,
  });
}

export function endWords(t: ReaderTexts, reason: ShareEnd | undefined): Told {
  return t.ends[reason ?? "unknown"];
}

export function waitWords(
  t: Pick<ReaderTexts, "waitMinutes" | "waitHours">,
  seconds: number,
): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return minutes < 90 ? t.waitMinutes(minutes) : t.waitHours(Math.ceil(minutes / 60));
}

/** What is left of the link after this view. */
export function leftWords(t: ReaderTexts, viewsLeft: number, expiresAt: string): string {
  const link = viewsLeft <= 0 ? t.lastView : t.opensAgain(viewsLeft, timeWords(t, expiresAt));
  return [t.onlyHere, link].join(gapIn(t.dateLocale));
}

/** In the page's language and the reader's own time zone. */
export function timeWords(t: Pick<ReaderTexts, "dateLocale">, iso: string): string {
  const form = new Intl.DateTimeFormat(t.dateLocale, { dateStyle: "long", timeStyle: "short" });
  return form.format(new Date(iso));
}

function isOther(language: string | undefined): language is OtherLanguage {
  return language === "es" || language === "zh" || language === "ar";
}
