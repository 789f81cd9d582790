import { usualRule } from "@studydesk/domain/screening/judge-answer";
import { describe, expect, it } from "vitest";
import {
  addEntry,
  changeEntry,
  type DraftEntry,
  labelsOf,
  moveEntry,
  placeEntry,
} from "./draft-entries";

const entry = (key: string): DraftEntry => {
  const kind = key.startsWith("i") ? "inclusion" : "exclusion";
  return {
    ...{ key, lineId: null, kind, heading: null, text: key, children: [], wording: null },
    ...{ rule: usualRule(kind), cost: "phone", doubt: null },
  };
};
const entries = ["i1", "i2", "e1", "i3", "e2"].map(entry);
const keys = (list: readonly DraftEntry[]) => list.map(({ key }) => key).join(" ");

describe("the order of a draft", () => {
  it("numbers each kind by itself", () => {
    expect([...labelsOf(entries).values()]).toEqual(["I1", "I2", "E1", "I3", "E2"]);
  });

  it("moves a criterion past its neighbour of the same kind alone", () => {
    expect(keys(moveEntry(entries, "i2", 1))).toBe("i1 e1 i3 i2 e2");
    expect(keys(moveEntry(entries, "e2", -1))).toBe("i1 i2 e2 e1 i3");
  });

  it("leaves everything where there is no neighbour, and never mixes the kinds", () => {
    expect(keys(moveEntry(entries, "i1", -1))).toBe(keys(entries));
    expect(keys(moveEntry(entries, "gone", 1))).toBe(keys(entries));
    expect(keys(placeEntry(entries, "i1", "e2"))).toBe(keys(entries));
  });

  it("adds behind the last of the kind", () => {
    expect(keys(addEntry(entries, "inclusion", "new"))).toBe("i1 i2 e1 i3 new e2");
    expect(keys(addEntry([], "exclusion", "new"))).toBe("new");
  });

  it("turns the usual rule with the kind, and keeps one that somebody made", () => {
    const [first = entry("i1")] = entries;
    const turned = changeEntry(entries, { ...first, kind: "exclusion" });
    expect(keys(turned)).toBe("i2 e1 i3 e2 i1");
    expect(turned.at(-1)?.rule).toEqual(usualRule("exclusion"));
    const rule = { kind: "choice" as const, options: [] };
    const own = changeEntry(entries, { ...first, rule });
    expect(changeEntry(own, { ...first, rule, kind: "exclusion" }).at(-1)?.rule).toEqual(rule);
  });
});
