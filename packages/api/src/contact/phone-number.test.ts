import { describe, expect, it } from "vitest";
import { readPhoneNumber, showPhoneNumber } from "./phone-number";

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

it.each([
  ["+862155550142", "+86 21 5555 0142"],
  ["+13125550100", "+1 312 555 0100"],
  ["+34915550101", "+34 915 55 01 01"],
  ["no number", "no number"],
])("shows %s as %s", (e164, shown) => {
  expect(showPhoneNumber(e164)).toBe(shown);
});
