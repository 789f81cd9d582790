import { expect, it } from "vitest";
import { readStudyTextsSearch } from "./study-texts-search";

it.each([
  [
    { language: "ar", part: "consent" },
    { language: "ar", part: "consent" },
  ],
  [{ language: "es" }, { language: "es" }],
  [{ language: "fr", part: "everything", other: 1 }, {}],
  [{ language: ["es"] }, {}],
])("reads %j from an address as %j", (raw, expected) => {
  expect(readStudyTextsSearch(raw)).toEqual(expected);
});
