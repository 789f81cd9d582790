import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxContentBytes, padContent, unpadContent } from "./padding";

const lengths = fc.oneof(
  fc.integer({ min: 0, max: maxContentBytes }),
  fc.constantFrom(0, 1, 1019, 1020, 1021, 2044, 2045, maxContentBytes - 1, maxContentBytes),
);

describe("Padding", () => {
  it("brings any content back and shows only steps of 1 KiB", () => {
    const contents = lengths.chain((length) =>
      fc.uint8Array({ minLength: length, maxLength: length }),
    );
    fc.assert(
      fc.property(contents, (content) => {
        const padded = padContent(content);
        expect(padded.length % 1024).toBe(0);
        expect(padded.length).toBeLessThanOrEqual(32 * 1024);
        expect(unpadContent(padded)).toEqual(Uint8Array.from(content));
      }),
    );
  });

  it.for([
    [0, 1024],
    [1, 1024],
    [1020, 1024],
    [1021, 2048],
    [2044, 2048],
    [2045, 3072],
    [maxContentBytes, 32 * 1024],
  ] as const)("makes %i bytes %i long", ([length, padded]) => {
    expect(padContent(new Uint8Array(length)).length).toBe(padded);
  });

  it("refuses more than a share may hold", () => {
    expect(() => padContent(new Uint8Array(maxContentBytes + 1))).toThrow(RangeError);
  });

  it("refuses what it cannot have made", () => {
    const padded = (edit: (bytes: Uint8Array) => void, length = 2048) => {
      const bytes = new Uint8Array(length);
      bytes.set([0, 0, 4, 6]);
      edit(bytes);
      return bytes;
    };
    expect(unpadContent(padded(() => {}))).toHaveLength(1030);
    expect(unpadContent(padded((bytes) => bytes.set([1], 2047)))).toBeUndefined();
    expect(unpadContent(padded((bytes) => bytes.set([0, 0, 0, 9])))).toBeUndefined();
    expect(unpadContent(padded((bytes) => bytes.set([0, 0, 9, 9])))).toBeUndefined();
    expect(unpadContent(padded((bytes) => bytes.set([255, 255, 255, 255])))).toBeUndefined();
    expect(unpadContent(padded(() => {}, 2047))).toBeUndefined();
    expect(unpadContent(new Uint8Array(0))).toBeUndefined();
    expect(unpadContent(padded((bytes) => bytes.set([0, 0, 128, 0]), 33 * 1024))).toBeUndefined();
  });
});
