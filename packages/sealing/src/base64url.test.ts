import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "./base64url";

describe("base64url", () => {
  it("brings every byte string back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(decodeBase64url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it("spells the examples of RFC 4648 without their padding", () => {
    const spellings = ["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"];
    for (const [length, spelling] of spellings.entries()) {
      expect(encodeBase64url(new TextEncoder().encode("foobar".slice(0, length)))).toBe(spelling);
    }
    expect(encodeBase64url(Uint8Array.of(251, 255, 254))).toBe("-__-");
  });

  it.for(["Zg==", "Z", "Zm9vY", "+/+/", "Zm 9v", "Zm9v\n", "Zé9v"])("refuses %j", (text) => {
    expect(decodeBase64url(text)).toBeUndefined();
  });

  it("refuses a second spelling of the same bytes", () => {
    expect(decodeBase64url("Zg")).toEqual(Uint8Array.of(102));
    for (const twin of ["Zh", "Zi", "Zv"]) expect(decodeBase64url(twin)).toBeUndefined();
  });
});
