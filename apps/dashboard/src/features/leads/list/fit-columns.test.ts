import { usualLayout } from "@studydesk/domain/views/view-layout";
import { describe, expect, it } from "vitest";
import { fitColumns } from "./fit-columns";

const usual = usualLayout.columns;
const total = (columns: readonly { width: number }[]) =>
  Math.round(columns.reduce((sum, { width }) => sum + width, 0));
const names = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);

describe("the columns in the room there is", () => {
  it("fill it, each at least as wide as it needs", () => {
    for (const room of [812, 900, 1184, 2000]) {
      const fitted = fitColumns(usual, room, false);
      expect(names(fitted)).toEqual(names(usual));
      expect(total(fitted)).toBe(room);
      expect(fitted.every(({ width }) => width >= 92)).toBe(true);
    }
  });

  it("make room where it is narrow and nobody chose them, and scroll sideways where somebody did", () => {
    expect(names(fitColumns(usual, 744, false))).not.toContain("study");
    expect(names(fitColumns(usual, 440, false))).toEqual(["name", "status", "waiting"]);
    const chosen = fitColumns(usual, 420, true);
    expect(names(chosen)).toEqual(names(usual));
    expect(total(chosen)).toBeGreaterThan(420);
  });

  it("keep what was sized, and let the others share the rest", () => {
    const fitted = fitColumns([{ id: "name", width: 300 }, { id: "status" }], 800, true);
    expect(fitted).toEqual([
      { id: "name", width: 300 },
      { id: "status", width: 500 },
    ]);
    expect(fitColumns([{ id: "name", width: 200 }], 800, true)).toEqual([
      { id: "name", width: 200 },
    ]);
  });
});
