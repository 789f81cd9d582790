import { describe, expect, it } from "vitest";
import { isNarrowed, questionOf, reportsSearch } from "./reports-search";

describe("the address of the reports", () => {
  it("keeps ids, days and closed lists", () => {
    const said = {
      studyIds: [3],
      sources: ["referral"],
      from: "2026-06-01",
      to: "2026-11-22",
      by: "site",
      log: "consented",
    };
    expect(reportsSearch.parse(said)).toEqual(said);
  });

  it("leaves out what cannot be read, and keeps the rest", () => {
    const said = {
      studyIds: ["x"],
      from: "1 June",
      to: "2026-11-22",
      by: "name",
      sources: ["fax"],
    };
    expect(reportsSearch.parse(said)).toEqual({ to: "2026-11-22" });
  });

  it("asks for nothing that was not said, and how it is laid out narrows nothing", () => {
    expect(questionOf({ by: "site", log: "screened", studyIds: [] })).toEqual({});
    expect(isNarrowed({ by: "site", log: "screened" })).toBe(false);
    expect(isNarrowed({ from: "2026-06-01" })).toBe(true);
  });
});
