// Dates as the registry knows them: to the day, the month or the year.

/** "15 October 2025" from 2025-10-15, "October 2025" from 2025-10; anything else as it is. */
export function formatRegistryDate(date: string, locale: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  const time = parts ? Date.parse(date) : Number.NaN;
  if (!parts || Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(parts[2] ? { month: "long" } : {}),
    ...(parts[3] ? { day: "numeric" } : {}),
  }).format(time);
}
