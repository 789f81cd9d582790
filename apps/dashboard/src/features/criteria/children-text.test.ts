import type { CriterionChild } from "@studydesk/domain/studies/criteria";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenToText, textToChildren } from "./children-text";

const words = fc.stringMatching(/^[a-z0-9≥µ]+( [a-z0-9,.()]+){0,3}$/u);
const text = fc.array(words, { minLength: 1, maxLength: 2 }).map((lines) => lines.join("\n"));
const pointsDown = (levels: number): fc.Arbitrary<CriterionChild[]> =>
  fc.array(fc.record({ text, children: levels > 0 ? pointsDown(levels - 1) : fc.constant([]) }), {
    maxLength: 3,
  });

describe("the points below a criterion", () => {
  it("come back from their lines as they were, however deep", () => {
    fc.assert(
      fc.property(pointsDown(3), (points) => {
        expect(textToChildren(childrenToText(points))).toEqual(points);
      }),
    );
  });

  it("are read from what a person types: other dashes, uneven indents, blank lines, no dash at all", () => {
    expect(textToChildren("First\n\n• Second\n     – below it\n  and on\n* Third")).toEqual([
      { text: "First", children: [] },
      { text: "Second", children: [{ text: "below it\nand on", children: [] }] },
      { text: "Third", children: [] },
    ]);
  });

  it("are none where nothing is typed", () => {
    expect(textToChildren(" \n- \n")).toEqual([]);
  });
});
