// Dates as the registry gives them: a day, a month or only a year, and never more than it knows.
const forms = {
  day: new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }),
  month: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** "17 March 2026", "March 2026" or "2026" for YYYY-MM-DD, YYYY-MM and YYYY. */
export function registryDate(date: string): string {
  if (!date.includes("-")) return date;
  const form = date.length > "YYYY-MM".length ? forms.day : forms.month;
  return form.format(new Date(date));
}
