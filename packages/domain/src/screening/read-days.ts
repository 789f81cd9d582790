// A calendar day that a criterion truly names: "on or after 1 March 2024". A year or a month alone is none.

const months = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const month = `(?:${months.map((name) => `${name}|${name.slice(0, 3)}\\.?`).join("|")})`;
const day = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? ${month},? \d{4}|${month} \d{1,2}(?:st|nd|rd|th)?,? \d{4})`;
const pattern = (before: string) => new RegExp(String.raw`\b${before} ${day}`, "i");

/** ISO days, both inside; undefined unless one day, or two around a span, are named and no other number. */
export function readDays(
  text: string,
): { earliest: string | null; latest: string | null } | undefined {
  const between = new RegExp(String.raw`\b(?:between|from) ${day} (?:and|to|until) ${day}`, "i");
  const forms: readonly [RegExp, (days: string[]) => [string | null, string | null]][] = [
    [between, ([from, to]) => [from ?? null, to ?? null]],
    [pattern("(?:on or after|since|from)"), ([from]) => [from ?? null, null]],
    [pattern("after"), ([from]) => [from ? shift(from, 1) : null, null]],
    [pattern("(?:on or before|until|up to|by)"), ([to]) => [null, to ?? null]],
    [pattern("before"), ([to]) => [null, to ? shift(to, -1) : null]],
  ];
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (!found) continue;
    if (/\d/.test(text.replace(found[0], ""))) return undefined;
    const days = found.slice(1).map(isoOf);
    if (days.includes(undefined)) return undefined;
    const [earliest, latest] = read(days.flatMap((each) => each ?? []));
    return { earliest, latest };
  }
  return undefined;
}

function isoOf(written: string): string | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : wordsToIso(written);
  const time = iso === undefined ? Number.NaN : Date.parse(`${iso}T00:00:00.000Z`);
  // 31 February is no day.
  return iso !== undefined && !Number.isNaN(time) && shift(iso, 0) === iso ? iso : undefined;
}

function wordsToIso(written: string): string | undefined {
  const name = /[a-z]{3,}/i.exec(written.replace(/\d+(?:st|nd|rd|th)/gi, ""))?.[0].toLowerCase();
  const [first = "", second = ""] = written.match(/\d+/g) ?? [];
  const at = months.findIndex((each) => name !== undefined && each.startsWith(name.slice(0, 3)));
  if (at < 0) return undefined;
  return `${second}-${String(at + 1).padStart(2, "0")}-${first.padStart(2, "0")}`;
}

function shift(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00.000Z`) + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
