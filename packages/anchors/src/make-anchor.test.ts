/// <reference types="node" />
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { findAnchor } from "./find-anchor";
import { makeAnchor } from "./make-anchor";
import { maxExactLength } from "./text-anchor";
import { annotationTarget } from "./web-annotation";

const place = {
  sourceType: "study",
  sourceId: "NCT06596954",
  fieldPath: "criteria.I4",
  revision: "2025-10-15",
};
const text = "The age of patients should be more than 18 years, and less than 80 years.";
const rangeOf = (quote: string, within = text) => {
  const start = within.indexOf(quote);
  return { start, end: start + quote.length };
};

it("an anchor holds the quote, its surroundings, its place and the digest of the field", async () => {
  expect(await makeAnchor(text, rangeOf("more than 18 years"), place)).toEqual({
    ...place,
    textSha256: createHash("sha256").update(text).digest("hex"),
    exact: "more than 18 years",
    prefix: "The age of patients should be ",
    suffix: ", and less than 80 years.",
    start: 30,
    end: 48,
  });
});

it("white space at the ends of a selection does not count", async () => {
  const anchor = await makeAnchor(text, rangeOf(" 18 years"), place);
  expect(anchor.exact).toBe("18 years");
  expect(text.slice(anchor.start, anchor.end)).toBe("18 years");
});

it("a selection that cuts a character takes the whole of it", async () => {
  const cases: [string, number, number, string][] = [
    ["a 😀 b", 3, 6, "😀 b"],
    ["a 😀 b", 0, 3, "a 😀"],
    ["cafe\u0301 noir", 0, 4, "cafe\u0301"],
    ["👩\u200D⚕\uFE0F says", 2, 7, "👩\u200D⚕\uFE0F s"],
  ];
  for (const [within, start, end, exact] of cases) {
    expect(await makeAnchor(within, { start, end }, place)).toMatchObject({ exact });
  }
});

it("nothing, or more than 1,000 characters, is no quote", async () => {
  const long = "a".repeat(maxExactLength + 1);
  await expect(makeAnchor(text, { start: 3, end: 4 }, place)).rejects.toThrow(RangeError);
  await expect(makeAnchor(long, { start: 0, end: long.length }, place)).rejects.toThrow(RangeError);
  expect(await makeAnchor(long, { start: 1, end: long.length }, place)).toMatchObject({ start: 1 });
});

it("whatever is selected in whatever text, the unchanged text gives it back", async () => {
  const unit = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
  await fc.assert(
    fc.asyncProperty(unit, fc.nat(), fc.nat(), async (within, a, b) => {
      const [start = 0, end = 0] = [a, b]
        .map((at) => at % (within.length + 1))
        .sort((x, y) => x - y);
      if (within.slice(start, end).trim() === "") return;
      const anchor = await makeAnchor(within, { start, end }, place);
      expect(within.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      expect(anchor.prefix.length).toBeLessThanOrEqual(32);
      expect(anchor.suffix.length).toBeLessThanOrEqual(32);
      expect(await findAnchor(anchor, within)).toMatchObject({
        state: "exact",
        start: anchor.start,
        end: anchor.end,
        score: 1,
        flags: [],
      });
    }),
  );
});

it("an anchor leaves Studydesk under the names of the Web Annotation model", async () => {
  const anchor = await makeAnchor(text, rangeOf("18 years"), place);
  const source = "https://desk.example.org/studies/NCT06596954#I4";
  expect(annotationTarget(anchor, source)).toEqual({
    source,
    selector: [
      {
        type: "TextQuoteSelector",
        exact: "18 years",
        prefix: "e of patients should be more than ".slice(2),
        suffix: ", and less than 80 years.",
      },
      { type: "TextPositionSelector", start: 40, end: 48 },
    ],
  });
});
