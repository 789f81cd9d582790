import { expect, it } from "vitest";
import { presenceWords } from "./presence";

it("says who edits before who looks", () => {
  expect(presenceWords([])).toBe("");
  expect(
    presenceWords([
      { name: "Kim", what: "looking" },
      { name: "Bo", what: "editing" },
      { name: "Mei", what: "looking" },
    ]),
  ).toBe("Bo is editing. Kim and Mei are looking.");
});
