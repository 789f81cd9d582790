// Single values of a registry record, read into ours: ages, dates, entries of closed lists. Each says
// through `leftovers` what it could not understand, and then reads it as absent.
import { ageUnits, type StudyAge } from "./imported-study";
import { quote } from "./read-record";

/** The text without the white space around it; undefined when nothing is left. */
export function readText(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

/** "18 Years", "6 Months"; "N/A" means that there is no limit. */
export function readAge(
  field: string,
  value: string | undefined,
  leftovers: string[],
): StudyAge | undefined {
  const given = readText(value);
  if (given === undefined || /^(?:n\/?a|none|no limit)$/i.test(given)) return undefined;
  const found = /^(\d{1,3}(?:\.\d{1,2})?)\s*([a-z]+)$/i.exec(given);
  const unit = ageUnits.find((name) => {
    const said = found?.[2]?.toLowerCase();
    return said === name || said === name.slice(0, -1);
  });
  if (!found || !unit) {
    leftovers.push(`${field} ${quote(given)} is not an age; it was left out.`);
    return undefined;
  }
  return { value: Number(found[1]), unit };
}

/** A date as the registry gives it: the day, the month alone, or the year alone. */
export function readDate(
  field: string,
  value: string | undefined,
  leftovers: string[],
): string | undefined {
  const given = readText(value);
  if (given === undefined) return undefined;
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given);
  const full = found && `${found[1]}-${found[2] ?? "01"}-${found[3] ?? "01"}`;
  const time = full ? Date.parse(`${full}T00:00:00Z`) : Number.NaN;
  // A 31 February is moved on by some engines, so what comes out is compared with what went in.
  if (full && !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)) return given;
  leftovers.push(`${field} ${quote(given)} is not a date; it was left out.`);
  return undefined;
}

/** An entry of one of the registry's closed lists. */
export function readListed<Entry extends string>(
  field: string,
  list: readonly Entry[],
  value: string | undefined,
  leftovers: string[],
): Entry | undefined {
  const given = readText(value);
  if (given === undefined) return undefined;
  const entry = list.find((name) => name === given.toUpperCase());
  if (entry === undefined) {
    leftovers.push(`${field} ${quote(given)} is not in the registry's list; it was left out.`);
  }
  return entry;
}

/** Keeps only the fields that have a value: an absent fact is an absent key. */
export function present<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
export function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
