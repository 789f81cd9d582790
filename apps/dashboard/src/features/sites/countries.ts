// Countries by name, from the browser's own data: no list of ours to grow old.
interface Country {
  code: string;
  name: string;
}

// Groupings and placeholders that carry a two-letter code without being a place to phone.
const noCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** By name. Codes that were replaced, such as DD by DE, are left out. */
export function listCountries(): Country[] {
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

export function countryName(code: string): string {
  return names.of(code) ?? code;
}
