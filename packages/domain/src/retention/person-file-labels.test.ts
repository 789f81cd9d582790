import { describe, expect, it } from "vitest";
import { activitySchema } from "../leads/activity";
import { publicLanguages } from "../public-language";
import { findPersonFileLabel, personFileValue } from "./person-file-labels";

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

  it("say who and what in the reader's language, and leave people's own words alone", () => {
    expect(personFileValue("role", "Admin, Coordinator", "es")).toBe(
      "Administración, Coordinación",
    );
    expect(personFileValue("by", "You, or the program", "ar")).toBe("أنت أو البرنامج");
    expect(personFileValue("what", "Opened", "en")).toBe("Opened");
    expect(personFileValue("message", "Opened", "zh")).toBe("Opened");
    expect(personFileValue("what", "toString", "zh")).toBe("toString");
  });
});
