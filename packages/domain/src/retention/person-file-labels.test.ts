import { describe, expect, it } from "vitest";
import { activitySchema } from "../leads/activity";
import { publicLanguages } from "../public-language";
import { findPersonFileLabel } from "./person-file-labels";

describe("the labels of a copy of somebody's data", () => {
  it("name everything that a line of the timeline can hold, in every public language", () => {
    const names = new Set(
      activitySchema.options
        .flatMap(({ shape }) => Object.keys(shape))
        .filter((name) => !/^(kind|.*Id)$/.test(name)),
    );
    expect(names.size).toBeGreaterThan(20);
    for (const language of publicLanguages) {
      const missing = [...names].filter((name) => !findPersonFileLabel(name, language));
      expect(missing).toEqual([]);
    }
  });

  it("are none for a name that is no line's, whatever objects inherit", () => {
    for (const name of ["toString", "constructor", "shoeSize"]) {
      expect(findPersonFileLabel(name, "en")).toBeUndefined();
    }
  });
});
