import { describe, expect, it } from "vitest";
import { findStored, linksInPlace, proposeLinks, withChoice } from "./link-choices";

const sites = [
  { id: 1, name: "Ruijin Hospital", city: "Shanghai" },
  { id: 2, name: "Hôpital Saint-Louis", city: "Paris" },
];
const none = new Map<number, number>();

describe("proposeLinks", () => {
  it("proposes the site of the same name, whatever its accents, marks and capitals", () => {
    const locations = [
      { facility: "RUIJIN HOSPITAL", city: "Shanghai" },
      { facility: "Hopital Saint Louis" },
      { facility: "Elsewhere", city: "Paris" },
    ];
    expect([...proposeLinks(locations, sites, none)]).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("proposes none in another city", () => {
    const locations = [{ facility: "Ruijin Hospital", city: "Wuxi" }];
    expect(proposeLinks(locations, sites, none).size).toBe(0);
  });

  it("gives a site to one location only, and none that is linked already", () => {
    const locations = [
      { facility: "Ruijin Hospital", city: "Shanghai" },
      { facility: "Ruijin Hospital", city: "Shanghai" },
    ];
    expect([...proposeLinks(locations, sites, none)]).toEqual([[0, 1]]);
    expect(proposeLinks(locations, sites, new Map([[0, 1]])).size).toBe(0);
  });
});

describe("withChoice", () => {
  it("takes a site from the location that had it", () => {
    expect([...withChoice(new Map([[0, 1]]), 3, 1)]).toEqual([[3, 1]]);
  });

  it("takes a choice back and leaves the others", () => {
    const choices = new Map([
      [0, 1],
      [2, 2],
    ]);
    expect([...withChoice(choices, 0, undefined)]).toEqual([[2, 2]]);
  });
});

const stored = {
  id: 7,
  studyId: 1,
  position: 1,
  facility: "Ruijin Hospital",
  city: null,
  state: null,
  country: "China",
  lat: null,
  lon: null,
  registryStatus: null,
};

it("finds a location again by facility and city, a missing city included", () => {
  expect(findStored({ facility: "Ruijin Hospital" }, [stored])).toBe(stored);
  expect(findStored({ facility: "Ruijin Hospital", city: "Shanghai" }, [stored])).toBeUndefined();
});

it("knows which locations of a file are linked by now, and to which site", () => {
  const studySite = {
    id: 4,
    studyId: 1,
    siteId: 1,
    siteName: "Ruijin Hospital",
    siteCity: "Shanghai",
    locationId: 7,
    recruiting: "paused" as const,
    version: 2,
    abilities: { setRecruiting: true },
  };
  const locations = [{ facility: "Elsewhere" }, { facility: "Ruijin Hospital" }];
  const links = linksInPlace(locations, { locations: [stored], studySites: [studySite] });
  expect([...links]).toEqual([[1, 1]]);
  expect(linksInPlace(locations, undefined).size).toBe(0);
});
