import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlowNumber, FlowStep } from "./consort-flow";
import { type DrawnBox, layOutConsort } from "./lay-out-consort";

const measure = (text: string, weight: "plain" | "strong") =>
  text.length * (weight === "strong" ? 8 : 7);

const label = fc
  .array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(" "));
const numberWith = (parts: fc.Arbitrary<FlowNumber[]>): fc.Arbitrary<FlowNumber> =>
  fc.record({
    key: fc.uuid(),
    label,
    number: fc.nat(1_000_000).map((count) => ({ count, filters: {} })),
    parts,
  });
const line = numberWith(fc.constant([]));
const box = numberWith(fc.array(numberWith(fc.array(line, { maxLength: 3 })), { maxLength: 4 }));
const step: fc.Arbitrary<FlowStep> = fc.record({
  main: line,
  aside: fc.array(box, { maxLength: 3 }),
});
const steps = fc.array(step, { minLength: 1, maxLength: 4 });
const width = fc.integer({ min: 260, max: 1400 });
const medium = fc.constantFrom("screen", "paper");

describe("the flow as a picture", () => {
  it("holds every word inside its box, whatever is said and however wide it is", () => {
    fc.assert(
      fc.property(steps, width, medium, (flow, room, on) => {
        const drawn = layOutConsort(flow, room, measure, on);
        for (const { rows, ...each } of drawn.boxes) {
          for (const row of rows) {
            const said = row.lines.join("").replaceAll(/\s/g, "");
            expect(said).toBe(row.label.replaceAll(/\s/g, ""));
            expect(row.top + row.height).toBeLessThanOrEqual(each.height);
            const weight = row.isHead ? "strong" : "plain";
            const count = each.isMain ? 0 : measure(row.count, weight);
            for (const text of row.lines.filter(({ length }) => length > 1)) {
              expect(row.indent + measure(text, weight) + count).toBeLessThanOrEqual(each.width);
            }
          }
          expect(each.x).toBeGreaterThanOrEqual(0);
          expect(each.x + each.width).toBeLessThanOrEqual(drawn.width + 0.5);
          expect(each.y + each.height).toBeLessThanOrEqual(drawn.height);
        }
        expect(drawn.width).toBeLessThanOrEqual(room + 0.5);
      }),
      { numRuns: 60 },
    );
  });

  it("lets no two boxes touch, and every arrow end at one", () => {
    fc.assert(
      fc.property(steps, width, medium, (flow, room, on) => {
        const { boxes, arrows } = layOutConsort(flow, room, measure, on);
        boxes.forEach((one, index) => {
          for (const other of boxes.slice(index + 1)) expect(areApart(one, other)).toBe(true);
        });
        expect(arrows).toHaveLength(boxes.length - 1);
        for (const arrow of arrows) {
          const [x, y] = arrow.at(-1) ?? [-1, -1];
          expect(boxes.some((each) => isOnEdge(each, x, y))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands in two columns where there is room, and in one where there is not", () => {
    const said = (key: string): FlowNumber => ({
      key,
      label: "Still being assessed",
      number: { count: 12, filters: {} },
      parts: [],
    });
    const flow = [{ main: said("a"), aside: [said("b")] }];
    const [, wide] = layOutConsort(flow, 900, measure).boxes;
    const [, narrow] = layOutConsort(flow, 330, measure).boxes;
    expect(wide?.x).toBeGreaterThan(200);
    expect(narrow?.x).toBeLessThan(40);
  });
});

function areApart(one: DrawnBox, other: DrawnBox): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  );
}

function isOnEdge({ x, y, width, height }: DrawnBox, atX: number, atY: number): boolean {
  const isBeside = atX === x && atY > y && atY < y + height;
  const isAbove = atY === y && atX > x && atX < x + width;
  return isBeside || isAbove;
}
