// The heading of a site's day: "Today", "Tomorrow", "Tuesday 17 November".
const dayMs = 86_400_000;

/** `day`: an ISO day of the site's calendar. */
export function visitDayHeading(day: string, now: Date): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const at = new Date(`${day}T00:00:00.000Z`);
  const days = Math.round((at.getTime() - today) / dayMs);
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(at.getUTCFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  })
    .format(at)
    .replace(",", "");
  if (days === 0) return `Today, ${words}`;
  return days === 1 ? `Tomorrow, ${words}` : words;
}
