import { expect, it } from "vitest";
import { readCriteriaSearch } from "./criteria-search";

it("reads what it knows and drops everything else", () => {
  const search = { version: 12, part: "leads", effect: "ask_again" };
  expect(readCriteriaSearch({ ...search, name: "somebody" })).toEqual(search);
  expect(readCriteriaSearch({ version: "x", part: "all", effect: 1 })).toEqual({});
  expect(readCriteriaSearch({ version: 0 })).toEqual({});
});
