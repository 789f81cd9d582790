import { describe, expect, it } from "vitest";
import { applyPatch, takeBack } from "./lead-patch";

interface Lead {
  id: number;
  status: string;
  ownerId: string | null;
  attemptCount: number;
}
const before: Lead = { id: 7, status: "new", ownerId: null, attemptCount: 0 };

describe("a patch on one lead", () => {
  it("is taken back to what was there", () => {
    const patched = applyPatch(before, { status: "declined" });
    expect(takeBack(patched, { status: "declined" }, before)).toEqual(before);
  });

  it("leaves what another edit changed meanwhile, also in the same field", () => {
    const patch = { status: "contacting", attemptCount: 1 };
    const patched = applyPatch(before, patch);
    const meanwhile = { ...patched, status: "declined", ownerId: "ada" };
    expect(takeBack(meanwhile, patch, before)).toEqual({
      id: 7,
      status: "declined",
      ownerId: "ada",
      attemptCount: 0,
    });
  });
});
