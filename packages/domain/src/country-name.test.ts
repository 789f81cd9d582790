import { expect, it } from "vitest";
import { countryCodeOf, countryIn } from "./country-name";

it.each([
  ["es", "Germany", "Alemania"],
  ["zh", "China", "中国"],
  ["ar", "Egypt", "مصر"],
  ["en", "United States", "United States"],
  ["es", "Korea, Republic of", "Corea del Sur"],
  ["es", "Turkey (Türkiye)", "Turquía"],
  ["es", "Côte d’Ivoire", "Côte d’Ivoire"],
  ["ar", "Atlantis", "Atlantis"],
  ["en", "", ""],
] as const)("in %s, %s is %s", (language, english, name) => {
  expect(countryIn(language, english)).toBe(name);
});

it("knows the code of a name in any case, and one code for a country that had another", () => {
  expect(countryCodeOf("UNITED KINGDOM")).toBe("GB");
  expect(countryCodeOf("Germany")).toBe("DE");
  expect(countryCodeOf("France")).toBe("FR");
  expect(countryCodeOf("USA")).toBe("US");
  expect(countryCodeOf("Nowhere")).toBeUndefined();
});
