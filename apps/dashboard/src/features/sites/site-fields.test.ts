import { expect, it } from "vitest";
import { differences } from "./site-fields";

const site = {
  name: "Ruijin Hospital",
  city: "Shanghai",
  countryCode: "CN",
  timeZone: "Asia/Shanghai",
  promiseHours: 24,
};

it("names the fields in which two versions differ, mine and theirs", () => {
  expect(differences({ ...site, promiseHours: 48 }, { ...site, city: "Wuxi" })).toEqual([
    { field: "City", mine: "Shanghai", theirs: "Wuxi" },
    { field: "Promise, in hours", mine: "48", theirs: "24" },
  ]);
});

it("finds nothing between equals", () => {
  expect(differences(site, { ...site })).toEqual([]);
});
