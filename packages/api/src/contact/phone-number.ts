// Reads a phone number as people type it, from the country where the site is.
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js";
import { LRUCache } from "lru-cache";

export interface PhoneNumber {
  /** Null when the number cannot be understood; what was typed is kept elsewhere. */
  e164: string | null;
  /** ISO 3166-1 alpha-2 of the number itself. */
  countryCode: string | null;
}

/** A possible number is enough: number plans grow faster than tables of valid ones. */
export function readPhoneNumber(typed: string, defaultCountryCode: string): PhoneNumber {
  const country: CountryCode | undefined = isSupportedCountry(defaultCountryCode)
    ? defaultCountryCode
    : undefined;
  const number = parsePhoneNumberFromString(typed, country);
  if (!number?.isPossible()) return { e164: null, countryCode: null };
  return { e164: number.number, countryCode: number.country ?? null };
}

/** A lead is looked at several times while somebody works on it; taking its number apart is a fifth of that. */
const shown = new LRUCache<string, string>({ max: 2_000 });

/** "+862155550142" → "+86 21 5555 0142", as its country groups it; what is no number stays as it is. */
export function showPhoneNumber(e164: string): string {
  const known = shown.get(e164);
  if (known !== undefined) return known;
  const grouped = parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
  shown.set(e164, grouped);
  return grouped;
}
