import { describe, expect, it } from "vitest";
import {
  countSelected,
  idsBetween,
  isSelected,
  nobody,
  type SelectedLeads,
  select,
  toSelection,
} from "./selected-leads";

const matching: SelectedLeads = {
  kind: "matching",
  filters: { statuses: ["new"] },
  exceptIds: new Set(),
};

describe("picked leads", () => {
  it("come and go one by one or many at a time", () => {
    const some = select(nobody, [1, 2, 3], true);
    const fewer = select(some, [2], false);
    expect([1, 2, 3].map((id) => isSelected(fewer, id))).toEqual([true, false, true]);
    expect(countSelected(fewer, 312)).toBe(2);
    expect(toSelection(fewer)).toEqual({ kind: "picked", leadIds: [1, 3] });
  });

  it("are all that match, never one page, but for those taken out by hand", () => {
    const fewer = select(matching, [7], false);
    expect([isSelected(fewer, 7), isSelected(fewer, 99_999)]).toEqual([false, true]);
    expect(countSelected(fewer, 312)).toBe(311);
    expect(toSelection(fewer)).toEqual({
      kind: "matching",
      filters: { statuses: ["new"] },
      exceptIds: [7],
    });
    expect(countSelected(select(fewer, [7], true), 312)).toBe(312);
  });

  it("reach from one row to another, downwards and upwards", () => {
    expect(idsBetween([5, 4, 3, 2], 4, 2)).toEqual([4, 3, 2]);
    expect(idsBetween([5, 4, 3, 2], 2, 4)).toEqual([4, 3, 2]);
    expect(idsBetween([5, 4], 9, 4)).toEqual([4]);
  });
});
