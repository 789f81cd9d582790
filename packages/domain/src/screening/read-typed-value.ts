// A number or a day as it is typed into the field of a question, while somebody speaks. Nothing is guessed:
// what could be read in two ways is read in none.
import { westernDigits } from "../submissions/submission-rules";
import type { AnswerRule } from "./answer-rule";

const months = [
  ...["jan", "feb", "mar", "apr", "may", "jun"],
  ...["jul", "aug", "sep", "oct", "nov", "dec"],
];

/** Undefined: not (yet) a value of that kind. A day is ISO, a choice its label. */
export function readTypedValue(rule: AnswerRule, typed: string): number | string | undefined {
  const text = westernDigits(typed.trim());
  if (rule.kind === "number") return readNumber(text);
  return rule.kind === "date" ? readDay(text) : undefined;
}

/** "6.5", "6,5", "-2"; not "1,500", which is one thing here and another there. */
function readNumber(text: string): number | undefined {
  const [, whole, fraction] = /^(-?\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  if (whole === undefined || (text.includes(",") && fraction?.length === 3)) return undefined;
  const value = Number(fraction === undefined ? whole : `${whole}.${fraction}`);
  return Math.abs(value) <= 1e9 ? value : undefined;
}

/** "2026-03-15", "15.3.2026", "15 Mar 2026", "March 15, 2026"; not "3/4/2026". */
function readDay(text: string): string | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  if (isoYear && isoMonth && isoDay) return dayOf(isoYear, isoMonth, isoDay);
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  if (day && month && year) return dayOf(year, month, day);
  const named =
    /^(?<day>\d{1,2})\.? (?<month>[a-z]{3,9})\.? (?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i.exec(text);
  if (!named?.groups) return undefined;
  const at = months.indexOf((named.groups.month ?? "").slice(0, 3).toLowerCase());
  return at < 0 ? undefined : dayOf(named.groups.year, String(at + 1), named.groups.day);
}

function dayOf(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** A day that is in the calendar: 30 February is none. */
export function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00.000Z`);
  return iso.length === 10 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
