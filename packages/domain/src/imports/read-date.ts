// Days and times as people write them into tables. Nothing is guessed: where the day and the month could
// be either, the person who imports has said which comes first.
import { instantOf, type LocalParts } from "../leads/local-day";
import { westernDigits } from "../submissions/submission-rules";
import type { DateOrder } from "./import-plan";

const iso =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const dayFirst =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i;

interface Read extends LocalParts {
  zone?: string | undefined;
}

/** ISO-8601 UTC; undefined when it is no day. A day alone is noon of that day in the zone. */
export function readDate(typed: string, order: DateOrder, timeZone: string): string | undefined {
  const read = readParts(westernDigits(typed.trim()), order);
  if (!read || !isDay(read)) return undefined;
  if (!read.zone) return instantOf(timeZone, read).toISOString();
  const [hour, minute] = [read.hour, read.minute].map((part) => String(part).padStart(2, "0"));
  const zone = /^z$/i.test(read.zone) ? "Z" : read.zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const at = new Date(`${dayText(read)}T${hour}:${minute}:${pad(read.second)}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function readParts(text: string, order: DateOrder): Read | undefined {
  const [, year, month, day, hour, minute, second, zone] = iso.exec(text) ?? [];
  if (year && month && day) {
    return { ...numbers({ year, month, day, hour, minute, second }), zone };
  }
  const local = dayFirst.exec(text);
  if (!local) return undefined;
  const [, first = "", sign, next = "", lastYear = "", localHour, localMinute, sec, half] = local;
  // With dots the day always comes first.
  const isDayFirst = sign === "." || order === "dmy";
  const read = numbers({
    year: lastYear,
    month: isDayFirst ? next : first,
    day: isDayFirst ? first : next,
    hour: localHour,
    minute: localMinute,
    second: sec,
  });
  if (!half) return read;
  if (read.hour < 1 || read.hour > 12) return undefined;
  return { ...read, hour: (read.hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0) };
}

function numbers(parts: {
  year: string;
  month: string;
  day: string;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
}): Read {
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour ?? 12),
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
  };
}

function isDay(read: Read): boolean {
  const at = new Date(Date.UTC(read.year, read.month - 1, read.day));
  return (
    read.year >= 1900 &&
    read.year <= 2999 &&
    at.getUTCMonth() === read.month - 1 &&
    at.getUTCDate() === read.day &&
    read.hour < 24 &&
    read.minute < 60 &&
    read.second < 60
  );
}

function dayText({ year, month, day }: Read): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/**
 * Which comes first in these dates; undefined when they could all be either and somebody has to say so.
 * `certain` is any text of the column; texts that are no such date say nothing.
 */
export function guessDateOrder(texts: Iterable<string>): DateOrder | "either" | undefined {
  let isSeen = false;
  for (const text of texts) {
    const local = dayFirst.exec(westernDigits(text.trim()));
    if (!local || local[2] === ".") continue;
    isSeen = true;
    if (Number(local[1]) > 12) return "dmy";
    if (Number(local[3]) > 12) return "mdy";
  }
  return isSeen ? "either" : undefined;
}
