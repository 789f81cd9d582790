import { describe, expect, it } from "vitest";
import { readStoredFilters, readStoredLayout, readStoredOrder } from "./stored-view";
import { usualLayout } from "./view-layout";

describe("a view that was kept by another version", () => {
  it("gives back what it was given", () => {
    const filters = {
      statuses: ["new", "contacting"],
      ownerIds: ["me", "none"],
      age: { maxDays: 7 },
      lastContact: { never: true },
      hasNote: false,
    };
    expect(readStoredFilters(JSON.stringify(filters))).toEqual({ filters, lost: [] });
    expect(readStoredLayout(JSON.stringify(usualLayout))).toEqual(usualLayout);
    expect(readStoredOrder("follow_up", false)).toEqual({ sort: "follow_up", descending: false });
  });

  it.each([
    ["a status that is gone", { statuses: ["new", "paused"] }, { statuses: ["new"] }, ["statuses"]],
    ["only statuses that are gone", { statuses: ["paused"] }, {}, ["statuses"]],
    ["an age of another shape", { age: 7, languages: ["es"] }, { languages: ["es"] }, ["age"]],
    ["a filter that is gone", { horoscope: "half", hasNote: true }, { hasNote: true }, []],
    ["the words of a search", { search: "Octavia" }, {}, []],
  ])("leaves out %s and keeps the rest", (_, stored, filters, lost) => {
    expect(readStoredFilters(JSON.stringify(stored))).toEqual({ filters, lost });
  });

  it.each(["", "null", "7", "[]", '"text"', "{"])("lets everything through for %j", (text) => {
    expect(readStoredFilters(text)).toEqual({ filters: {}, lost: [] });
    expect(readStoredLayout(text)).toBeNull();
  });

  it("takes columns that are gone out of the layout, and an order that is gone for the newest", () => {
    const stored = { columns: [{ id: "name", width: 200 }, { id: "screening" }], density: "huge" };
    expect(readStoredLayout(JSON.stringify(stored))).toEqual({
      columns: [{ id: "name", width: 200 }],
      density: "comfortable",
    });
    expect(readStoredLayout(JSON.stringify({ columns: [{ id: "status" }] }))).toBeNull();
    expect(readStoredOrder("luck", false)).toEqual({ sort: "arrived", descending: true });
  });
});
