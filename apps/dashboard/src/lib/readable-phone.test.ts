import { describe, expect, it } from "vitest";
import { readablePhone } from "./readable-phone";

describe("a number to be read across a desk", () => {
  it.each([
    ["+862155550142", "+86 215 555 0142"],
    ["+12025550143", "+1 202 555 0143"],
    ["+8613955550142", "+86 139 5555 0142"],
    ["+4930555014", "+49 3055 5014"],
    ["+35315550142", "+353 1555 0142"],
    ["021 5555 0142", "021 5555 0142"],
    ["call me", "call me"],
  ])("%s is shown as %s", (number, shown) => {
    expect(readablePhone(number)).toBe(shown);
  });
});
