import { describe, expect, it } from "vitest";
import { readTypedCode, secondFactorDueAt, showRecoveryCode } from "./second-factor";

describe("the second factor", () => {
  it.each([
    ["123456", { kind: "app", digits: "123456" }],
    [" 123 456 ", { kind: "app", digits: "123456" }],
    ["123\u00a0456", { kind: "app", digits: "123456" }],
    ["123-456", { kind: "app", digits: "123456" }],
    ["１２３４５６", { kind: "app", digits: "123456" }],
    ["k7qd-9mxw-2hpt-c4vn", { kind: "recovery", code: "k7qd9mxw2hptc4vn" }],
    ["K7QD 9MXW 2HPT C4VN", { kind: "recovery", code: "k7qd9mxw2hptc4vn" }],
    ["OOOO-IIII-LLLL-0000", { kind: "recovery", code: "0000111111110000" }],
  ])("reads %j as a person means it", (typed, read) => {
    expect(readTypedCode(typed)).toEqual(read);
  });

  it.each([
    "",
    "12345",
    "1234567",
    "12345a",
    "k7qd-9mxw-2hpt",
    "ü7qd-9mxw-2hpt-c4vn",
    "u".repeat(16),
  ])("takes %j for no code", (typed) => expect(readTypedCode(typed)).toBeUndefined());

  it("shows a recovery code so that it can be read out and typed back", () => {
    const shown = showRecoveryCode("k7qd9mxw2hptc4vn");
    expect(shown).toBe("k7qd-9mxw-2hpt-c4vn");
    expect(readTypedCode(shown)).toEqual({ kind: "recovery", code: "k7qd9mxw2hptc4vn" });
  });

  it("gives two weeks from the role or from the day that the desk began to ask, whichever is later", () => {
    const [early, late] = ["2026-01-01T00:00:00.000Z", "2026-03-01T12:00:00.000Z"];
    expect(secondFactorDueAt(early, late)).toBe("2026-03-15T12:00:00.000Z");
    expect(secondFactorDueAt(late, early)).toBe("2026-03-15T12:00:00.000Z");
  });
});
