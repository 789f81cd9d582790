import { describe, expect, it } from "vitest";
import { createSiteInput } from "./site-inputs";

const site = {
  name: "Ruijin Hospital",
  city: "Shanghai",
  countryCode: "cn",
  timeZone: "Asia/Shanghai",
  promiseHours: 24,
};

describe("createSiteInput", () => {
  it("takes a site and writes its country in capitals", () => {
    expect(createSiteInput.parse(site)).toEqual({ ...site, countryCode: "CN" });
  });

  it.each([
    ["countryCode", "XQ"],
    ["countryCode", "China"],
    ["countryCode", ""],
    ["timeZone", "Shanghai"],
    ["timeZone", "+08:00"],
    ["timeZone", "Asia/Nowhere"],
    ["timeZone", ""],
    ["promiseHours", 0],
    ["promiseHours", 1.5],
    ["promiseHours", 721],
    ["name", "  "],
  ])("refuses %s %j", (field, value) => {
    expect(createSiteInput.safeParse({ ...site, [field]: value }).success).toBe(false);
  });
});
