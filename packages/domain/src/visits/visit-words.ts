// When a visit is and how long it takes, in the person's language and by the site's clock: it is there that
// they come.
import { localeOf, type PublicLanguage } from "../public-language";

/** "Tuesday, 15 September 2026 at 10:30". */
export function visitTimeWords(
  language: PublicLanguage,
  startsAt: string,
  timeZone: string,
): string {
  const clock = { dateStyle: "full", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(localeOf(language), clock).format(new Date(startsAt));
}

/** "15 September". */
export function visitDayWords(
  language: PublicLanguage,
  startsAt: string,
  timeZone: string,
): string {
  const day = { day: "numeric", month: "long", timeZone } as const;
  return new Intl.DateTimeFormat(localeOf(language), day).format(new Date(startsAt));
}

/** "90 minutes", "1 hour", "2.5 hours". */
export function visitLengthWords(language: PublicLanguage, minutes: number): string {
  const inHours = minutes % 60 === 0 || minutes > 120;
  return new Intl.NumberFormat(localeOf(language), {
    style: "unit",
    unit: inHours ? "hour" : "minute",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  }).format(inHours ? minutes / 60 : minutes);
}
