import fc from "fast-check";
import { expect, it } from "vitest";
import { type Opening, openingsFor } from "./opening";

const chicago = { lat: 41.88, lon: -87.63 };
const milwaukee = { lat: 43.04, lon: -87.91 };
const madrid = { lat: 40.42, lon: -3.7 };

const opening = (overrides: Partial<Opening> = {}): Opening => ({
  id: 1,
  kind: "opened",
  studyId: 1,
  terms: ["Insomnia"],
  siteId: 1,
  place: chicago,
  ...overrides,
});
const near = (radiusKm: number, place = chicago) => ({
  condition: null,
  area: { name: "There", ...place, radiusKm },
});
const anywhere = { condition: null, area: null };
const ids = (studies: ReturnType<typeof openingsFor>) => studies.map(({ studyId }) => studyId);

it("tells by distance from the town, and to the kilometre where the edge is", () => {
  // Chicago to Milwaukee: about 131 km.
  expect(ids(openingsFor(near(100, milwaukee), [opening()]))).toEqual([]);
  const [study] = openingsFor(near(250, milwaukee), [opening()]);
  expect(study?.openings[0]?.km).toBeCloseTo(131, 0);
  expect(ids(openingsFor(near(250, madrid), [opening()]))).toEqual([]);
  expect(ids(openingsFor(anywhere, [opening()]))).toEqual([1]);
});

it("takes a site without a place on the map for near to nobody but those who asked for anywhere", () => {
  const nowhere = opening({ place: undefined });
  expect(ids(openingsFor(near(250), [nowhere]))).toEqual([]);
  expect(ids(openingsFor(anywhere, [nowhere]))).toEqual([1]);
});

it("gives each study once with each of its sites once, the newest word of a site, the nearest first", () => {
  const studies = openingsFor(near(250, milwaukee), [
    opening({ id: 1 }),
    opening({ id: 2, kind: "reopened" }),
    opening({ id: 3, siteId: 2, place: milwaukee }),
    opening({ id: 4, studyId: 2, terms: ["Asthma"] }),
  ]);
  expect(studies.map(({ openings }) => openings.map(({ id }) => id))).toEqual([[3, 2], [4]]);
});

it("tells nothing of another condition", () => {
  expect(openingsFor({ ...anywhere, condition: "asthma" }, [opening()])).toEqual([]);
  expect(ids(openingsFor({ ...anywhere, condition: "insomnia" }, [opening()]))).toEqual([1]);
});

it("tells a wider circle all that a narrower one is told", () => {
  const point = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, (home, place) => {
      const told = (radiusKm: number) =>
        ids(openingsFor(near(radiusKm, home), [opening({ place })])).length;
      expect(told(250)).toBeGreaterThanOrEqual(told(25));
      expect(ids(openingsFor(near(25, place), [opening({ place })]))).toEqual([1]);
    }),
  );
});
