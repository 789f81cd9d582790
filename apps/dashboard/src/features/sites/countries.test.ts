import { countryCodeSchema } from "@studydesk/domain/sites/site-inputs";
import { expect, it } from "vitest";
import { countryName, listCountries } from "./countries";

const countries = listCountries();
const codes = countries.map(({ code }) => code);

it("lists the countries there are, by name, and each only once", () => {
  expect(codes).toEqual(expect.arrayContaining(["CN", "DE", "ES", "US", "AE", "NZ"]));
  expect(countries.length).toBeGreaterThan(235);
  expect(countries.length).toBeLessThan(265);
  expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length);
  expect(codes.indexOf("AF")).toBeLessThan(codes.indexOf("ZW"));
});

it("lists no grouping, no placeholder and no code that was replaced", () => {
  for (const code of ["EU", "UN", "ZZ", "DD", "SU", "YU", "UK"]) expect(codes).not.toContain(code);
});

it("lists nothing that the server would refuse", () => {
  for (const code of codes) expect(countryCodeSchema.safeParse(code).success).toBe(true);
});

it("names a country, and shows an unknown code as it is", () => {
  expect(countryName("CN")).toBe("China");
  expect(countryName("QQ")).toBe("QQ");
});
