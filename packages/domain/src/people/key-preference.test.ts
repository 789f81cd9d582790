import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canBePressed, keyPreferenceSchema, pressedFor, swapKeys } from "./key-preference";

describe("changed keys", () => {
  it("swap places, so that both stay reachable", () => {
    const changes = swapKeys({}, "j", "n");
    expect(changes).toEqual({ j: "n", n: "j" });
    expect(swapKeys(changes, "j", "j")).toEqual({});
  });

  it("move on to a third key without leaving anything behind", () => {
    const changes = swapKeys(swapKeys({}, "j", "n"), "j", "Alt+j");
    expect(pressedFor(changes, "j")).toBe("Alt+j");
    expect(pressedFor(changes, "n")).not.toBe(pressedFor(changes, "j"));
  });

  it("never lie on the same key, whatever is changed in whatever order", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "Alt+a", "?", "1");
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key), { maxLength: 30 }), (swaps) => {
        const changes = swaps.reduce<Readonly<Record<string, string>>>(
          (held, [from, to]) => swapKeys(held, from, to),
          {},
        );
        const keys = ["a", "b", "c", "d", "Alt+a", "?", "1"];
        const pressed = keys.map((each) => pressedFor(changes, each));
        expect(new Set(pressed).size).toBe(keys.length);
        const last = swaps.at(-1);
        if (last) expect(pressedFor(changes, last[0])).toBe(last[1]);
        expect(keyPreferenceSchema.safeParse({ isOff: false, changes }).success).toBe(true);
      }),
    );
  });

  it("are letters, digits and signs, with Alt or Control or without", () => {
    expect(["j", "Alt+j", "Control+ü", "7", "?", "é"].every(canBePressed)).toBe(true);
    expect(["", "Enter", "Escape", " ", "g t", "Shift+j", "++", "Alt+"].some(canBePressed)).toBe(
      false,
    );
  });
});
