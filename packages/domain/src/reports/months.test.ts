import { expect, it } from "vitest";
import { daysOfMonth, monthName, monthsBetween } from "./months";

it("walks from month to month, over the end of a year", () => {
  expect(monthsBetween("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
  expect(monthsBetween("2026-03", "2026-03")).toEqual(["2026-03"]);
  expect(monthsBetween("2026-04", "2026-03")).toEqual([]);
});

it("knows a month's days, as far as they lie between two others", () => {
  expect(daysOfMonth("2028-02", {})).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOfMonth("2026-12", { from: "2026-12-05", to: "2027-03-01" })).toEqual({
    from: "2026-12-05",
    to: "2026-12-31",
  });
  expect(daysOfMonth("2026-12", { from: "2026-01-01", to: "2026-12-24" })).toEqual({
    from: "2026-12-01",
    to: "2026-12-24",
  });
  expect(monthName("2026-09")).toBe("September 2026");
});
