import { describe, expect, it } from "vitest";
import { readPhoneNumber } from "./phone-number";
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

describe("a phone number as typed", () => {
  it.each([
    ["the site's country is assumed", "(202) 555-0143", "US", "+12025550143", "US"],
    ["an international number says its own", "+86 21 6437 0045", "US", "+862164370045", "CN"],
    ["00 stands for + where it does", "0086 21 6437 0045", "DE", "+862164370045", "CN"],
    ["Arabic digits are digits", "٠٢٠ ٧٩٤٦ ٠٩٥٨", "GB", "+442079460958", "GB"],
    ["words around it do no harm", "home: 202 555 0143", "US", "+12025550143", "US"],
    ["an unknown default country still reads +", "+1 202 555 0143", "XX", "+12025550143", "US"],
  ])("%s", (_title, typed, country, e164, countryCode) => {
    expect(readPhoneNumber(typed, country)).toEqual({ e164, countryCode });
  });

  it.each(["12345", "call my neighbour 00000", "", "+999 12345678", "☎️"])(
    "%j is kept as typed only",
    (typed) => {
      expect(readPhoneNumber(typed, "US").e164).toBeNull();
    },
  );
});
