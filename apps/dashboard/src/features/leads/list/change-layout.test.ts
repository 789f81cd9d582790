import { usualLayout, viewLayout } from "@studydesk/domain/views/view-layout";
import { describe, expect, it } from "vitest";
import { moveColumn, sizeColumn, toggleColumn } from "./change-layout";

const ids = (layout: typeof usualLayout) => layout.columns.map(({ id }) => id);

describe("columns", () => {
  it("come in at the end and go, except the name", () => {
    const more = toggleColumn(usualLayout, "phone");
    expect(ids(more).at(-1)).toBe("phone");
    expect(ids(toggleColumn(more, "phone"))).toEqual(ids(usualLayout));
    expect(toggleColumn(usualLayout, "name")).toBe(usualLayout);
  });

  it("move by one place, stop at the ends, and stand where they are dropped", () => {
    expect(ids(moveColumn(usualLayout, "status", -1)).slice(0, 2)).toEqual(["status", "name"]);
    expect(ids(moveColumn(usualLayout, "name", -1))).toEqual(ids(usualLayout));
    expect(ids(moveColumn(usualLayout, "owner", 1))).toEqual(ids(usualLayout));
    const before = moveColumn(usualLayout, "owner", { id: "study", isBehind: false });
    expect(ids(before)).toEqual(["name", "status", "owner", "study", "follow_up", "waiting"]);
    const behind = moveColumn(usualLayout, "name", { id: "waiting", isBehind: true });
    expect(ids(behind)).toEqual(["status", "study", "follow_up", "waiting", "name", "owner"]);
    expect(moveColumn(usualLayout, "nothing", 1)).toBe(usualLayout);
  });

  it("keep the widths they are drawn in when one is sized, within bounds", () => {
    const drawn = usualLayout.columns.map(({ id }) => ({ id, width: 900.4 }));
    const sized = sizeColumn(usualLayout, drawn, "status", 5);
    expect(sized.columns[1]).toEqual({ id: "status", width: 64 });
    expect(viewLayout.safeParse(sized).success).toBe(true);
  });
});
