import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces } from "./find-places";

async function placeOf(typed: string, picked?: number) {
  const { place } = await findPlaces(typed, picked);
  return place && `${place.name} ${place.countryCode}`;
}

describe("finding the town that a visitor means", () => {
  it.each([
    ["Shanghai", "Shanghai CN"],
    ["上海", "上海 CN"],
    ["上海市", "上海市 CN"],
    ["杭州市", "杭州市 CN"],
    ["شانغهاي", "شانغهاي CN"],
    ["القاهرة", "القاهرة EG"],
    ["القاهره", "القاهرة EG"],
    ["  new-york  city ", "New York City US"],
    ["MALAGA", "Málaga ES"],
    ["Moscú", "Moscú RU"],
    ["Nueva York", "Nueva York US"],
    ["Giessen", "Giessen DE"],
    ["Gießen", "Gießen DE"],
    ["Sabadell", "Sabadell ES"],
    ["Billerica", "Billerica US"],
    ["Paris", "Paris FR"],
    ["Paris, TX", "Paris US"],
    ["Paris, Texas", "Paris US"],
    ["Springfield, Illinois, USA", "Springfield US"],
    ["Valencia, España", "Valencia ES"],
    ["巴黎，法国", "巴黎 FR"],
  ])("takes %s for %s", async (typed, found) => {
    expect(await placeOf(typed)).toBe(found);
  });

  it("lets the visitor choose where several towns share a name", async () => {
    const { place, others } = await findPlaces("Springfield");
    expect(place).toBeUndefined();
    expect(others.slice(0, 2).map(({ region, countryCode }) => `${region} ${countryCode}`)).toEqual(
      ["MO US", "MA US"],
    );
    expect(others).toHaveLength(8);
    const second = others[1]?.id;
    const picked = await findPlaces("Springfield", second);
    expect(picked.place?.id).toBe(second);
    expect(picked.others.map(({ id }) => id)).not.toContain(second);
  });

  it("names a larger town nearby where a country has several of a name and no letters for regions", async () => {
    const { others } = await findPlaces("San Rafael, Costa Rica");
    expect(others.length).toBeGreaterThan(1);
    expect(others.some(({ near }) => near === "San José")).toBe(true);
    for (const { near } of others) expect(near).not.toBe("San Rafael");
    expect((await findPlaces("Sabadell")).place).not.toHaveProperty("near");
    expect((await findPlaces("Shanghai")).place).not.toHaveProperty("near");
  });

  it("offers the others of a name beside the one that nearly everybody means", async () => {
    const { others } = await findPlaces("London");
    expect(others.map(({ countryCode }) => countryCode)).toContain("CA");
  });

  it("finds nothing for what is no town, and stands whatever is typed", async () => {
    for (const typed of [
      "",
      "  ",
      "60611",
      "xqzw",
      ",",
      "市",
      "'; drop table",
      "a".repeat(5_000),
    ]) {
      expect(await findPlaces(typed)).toEqual({ others: [] });
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (typed) => {
        expect((await findPlaces(typed)).others.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 50 },
    );
  });
});
