import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetReason, givenReason, giveReason } from "./given-reasons";

const minute = 60_000;

describe("the reason for a call that is under way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is that of its lead alone, and the newest", () => {
    giveReason(1, "they_asked");
    giveReason(1, "clock_is_wrong");
    expect(givenReason(1)).toBe("clock_is_wrong");
    expect(givenReason(2)).toBeUndefined();
  });

  it("is gone once the call is logged", () => {
    giveReason(3, "they_asked");
    forgetReason(3);
    expect(givenReason(3)).toBeUndefined();
  });

  it("is not taken for another call's, half an hour later", () => {
    giveReason(4, "another");
    vi.advanceTimersByTime(30 * minute - 1);
    expect(givenReason(4)).toBe("another");
    vi.advanceTimersByTime(1);
    expect(givenReason(4)).toBeUndefined();
  });
});
