// The registry names countries in English; readers know them by the names of their own language.
import { localeOf, type PublicLanguage } from "./public-language";

/** Where the registry's name is not the one that browsers and servers know. */
const otherNames: Readonly<Record<string, string>> = {
  USA: "US",
  "Czech Republic": "CZ",
  "Hong Kong": "HK",
  "Iran, Islamic Republic of": "IR",
  "Korea, Republic of": "KR",
  Macau: "MO",
  "Moldova, Republic of": "MD",
  "North Macedonia": "MK",
  "Palestinian Territories, Occupied": "PS",
  "Russian Federation": "RU",
  "Syrian Arab Republic": "SY",
  Turkey: "TR",
  "Turkey (Türkiye)": "TR",
  "Viet Nam": "VN",
};

let codes: Map<string, string> | undefined;
const names = new Map<PublicLanguage, Intl.DisplayNames>();

/** "Alemania" for "Germany" in Spanish; a name that is not known stays as it is. */
export function countryIn(language: PublicLanguage, english: string): string {
  const code = countryCodeOf(english);
  return code === undefined ? english : countryOfCode(language, code);
}

export function countryOfCode(language: PublicLanguage, code: string): string {
  const known =
    names.get(language) ?? new Intl.DisplayNames(localeOf(language), { type: "region" });
  names.set(language, known);
  return known.of(code) ?? code;
}

/** ISO 3166-1 alpha-2 of an English name. */
export function countryCodeOf(english: string): string | undefined {
  codes ??= readCodes();
  return codes.get(english.toLowerCase());
}

function readCodes(): Map<string, string> {
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Codes that are no longer used, such as DD, are turned into those that replaced them.
    if (new Intl.Locale(`und-${code}`).region !== code) continue;
    const name = english.of(code)?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, code);
  }
  for (const [name, code] of Object.entries(otherNames)) found.set(name.toLowerCase(), code);
  return found;
}
