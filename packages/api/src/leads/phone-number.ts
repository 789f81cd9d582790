// Reads a phone number as people type it, from the country where the site is.
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js";

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

/** "+862155550142" → "+86 21 5555 0142", as its country groups it; what is no number stays as it is. */
export function showPhoneNumber(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
