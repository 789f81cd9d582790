import { describe, expect, it } from "vitest";
import { timeZoneOfPhone } from "./time-zone-of-phone";

describe("where a person most likely is", () => {
  it.each([
    ["a country with one zone", "FR", "America/Chicago", "Europe/Paris"],
    ["a country whose second zone keeps the same time", "DE", "America/Chicago", "Europe/Berlin"],
    ["a country with one official time", "CN", "Europe/Paris", "Asia/Shanghai"],
    ["the site's own country of many zones", "US", "America/Chicago", "America/Chicago"],
    ["another country of many zones", "US", "Europe/Paris", "Europe/Paris"],
    ["an unknown country", "XX", "Europe/Paris", "Europe/Paris"],
    ["no country", null, "Europe/Paris", "Europe/Paris"],
  ])("%s", (_title, countryCode, siteZone, expected) => {
    expect(timeZoneOfPhone(countryCode, siteZone)).toBe(expected);
  });
});
