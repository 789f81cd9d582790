import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm, sayableDistance } from "./distance";

const shanghai = { lat: 31.22, lon: 121.46 };
const madrid = { lat: 40.42, lon: -3.7 };

describe("the distance between two points", () => {
  it("is that of the map", () => {
    expect(distanceKm(shanghai, madrid)).toBeCloseTo(10260, -2);
    expect(distanceKm({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 })).toBeCloseTo(22.2, 1);
    expect(distanceKm({ lat: 90, lon: 0 }, { lat: -90, lon: 0 })).toBeCloseTo(20015, 0);
  });

  it("is a number both ways round, wherever the points are", () => {
    const point = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, b)).toBeLessThanOrEqual(20016);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });
});

it.each([
  [0, "km", 1],
  [6.4, "km", 6],
  [41, "km", 40],
  [97.6, "km", 100],
  [1234, "km", 1230],
  [40.2, "mi", 25],
] as const)("%s km are said as so many %s: %s", (km, unit, said) => {
  expect(sayableDistance(km, unit)).toBe(said);
});
