// Where the boxes of the flow stand, each as large as its words: side by side where there is room, below
// each other where there is not. In pixels; the caller knows how wide words are.
import type { ReportNumber } from "@studydesk/domain/reports/report";
import type { FlowNumber, FlowStep } from "./consort-flow";
import { type MeasureText, wrapWords } from "./wrap-words";

export const lineHeight = 18;
const padding = 12;
const indent = 14;
const betweenLabelAndCount = 14;
const betweenColumns = 44;
const narrowColumn = 30;
/** Below this there is no room for two columns. */
const narrowest = 520;
/** From here on there is room for a third. */
const widest = 760;

export interface DrawnRow {
  key: string;
  /** Of what the number is. */
  label: string;
  number: ReportNumber;
  lines: readonly string[];
  count: string;
  /** Top of the row, from the top of the box. */
  top: number;
  height: number;
  indent: number;
  isHead: boolean;
}

export interface DrawnBox {
  key: string;
  isMain: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  rows: readonly DrawnRow[];
}

/** From a corner to the next; the last one is where the head of the arrow is. */
export type Arrow = readonly (readonly [x: number, y: number])[];

export interface DrawnFlow {
  width: number;
  height: number;
  boxes: readonly DrawnBox[];
  arrows: readonly Arrow[];
}

/**
 * On a screen a row can be pressed: as high as a finger needs at least. Paper has but one page: rows are low,
 * and boxes at the side stand two by two.
 */
const densities = {
  screen: { rowHeight: 24, gap: 22, columns: 1 },
  paper: { rowHeight: lineHeight, gap: 13, columns: 2 },
} as const;
type Density = (typeof densities)[keyof typeof densities];

export function layOutConsort(
  steps: readonly FlowStep[],
  width: number,
  measure: MeasureText,
  on: keyof typeof densities = "screen",
): DrawnFlow {
  const density = densities[on];
  const { rowHeight, gap } = density;
  const isWide = width >= narrowest;
  const columns = width >= widest ? density.columns : 1;
  const mains = steps.map(({ main }) => main);
  const asides = steps.flatMap(({ aside }) => aside);
  const mainWidth = isWide
    ? Math.min(Math.max(0, ...mains.map((main) => naturalMain(main, measure))), width * 0.42)
    : width;
  const asideX = isWide ? mainWidth + betweenColumns : narrowColumn;
  const room = (width - asideX - (columns - 1) * gap) / columns;
  const asideWidth = isWide
    ? Math.min(Math.max(0, ...asides.map((aside) => naturalAside(aside, measure))), room)
    : room;
  const trunk = isWide ? mainWidth / 2 : narrowColumn / 2;

  const boxes: DrawnBox[] = [];
  const arrows: Arrow[] = [];
  let y = 1;
  let trunkFrom: number | undefined;
  for (const { main, aside } of steps) {
    if (trunkFrom !== undefined) arrows.push([point(trunk, trunkFrom), point(trunk, y)]);
    const drawn = drawMain(main, { x: 0, y, width: mainWidth }, measure);
    boxes.push(drawn);
    y += drawn.height;
    trunkFrom = y;
    for (let first = 0; first < aside.length; first += columns) {
      const from = point(trunk, trunkFrom);
      const above = y + gap;
      y = above + (columns > 1 ? gap : 0);
      let rowBottom = y;
      aside.slice(first, first + columns).forEach((each, column) => {
        const x = asideX + column * (asideWidth + gap);
        const beside = drawAside(each, { x, y, width: asideWidth }, measure, density);
        boxes.push(beside);
        rowBottom = Math.max(rowBottom, y + beside.height);
        // Into the side of the only box, or from above into each of a row.
        const at = columns > 1 ? above : y + padding / 2 + rowHeight / 2;
        const end =
          columns > 1
            ? [point(x + asideWidth / 2, at), point(x + asideWidth / 2, y)]
            : [point(x, at)];
        arrows.push([from, point(trunk, at), ...end]);
      });
      y = rowBottom;
    }
    y += aside.length > 0 ? gap : gap * 1.5;
  }
  return {
    width: isWide ? asideX + columns * asideWidth + (columns - 1) * gap : width,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + 1,
    boxes,
    arrows,
  };
}

function point(x: number, y: number): readonly [number, number] {
  return [x, y];
}

interface Place {
  x: number;
  y: number;
  width: number;
}

function drawMain(box: FlowNumber, place: Place, measure: MeasureText): DrawnBox {
  const lines = wrapWords(box.label, place.width - 2 * padding, (text) => measure(text, "strong"));
  const height = (lines.length + 1) * lineHeight + 4;
  const head = { ...headOf(box), lines, top: padding / 2 + 2, height };
  return { key: box.key, isMain: true, ...place, height: height + padding + 4, rows: [head] };
}

function drawAside(
  box: FlowNumber,
  place: Place,
  measure: MeasureText,
  { rowHeight }: Density,
): DrawnBox {
  const rows: DrawnRow[] = [];
  let top = padding / 2;
  const add = (row: BareRow) => {
    const weight = row.isHead ? "strong" : "plain";
    const room =
      place.width - 2 * padding - row.indent - betweenLabelAndCount - measure(row.count, weight);
    const lines = wrapWords(row.label, room, (text) => measure(text, weight));
    const height = (lines.length - 1) * lineHeight + rowHeight;
    rows.push({ ...row, lines, top, height });
    top += height;
  };
  for (const row of rowsOf(box)) add(row);
  return { key: box.key, isMain: false, ...place, height: top + padding / 2, rows };
}

type BareRow = Omit<DrawnRow, "lines" | "top" | "height">;

function headOf({ key, label, number }: FlowNumber): BareRow {
  const count = `n = ${number.count.toLocaleString("en")}`;
  return { key, label, number, count, indent: 0, isHead: true };
}

function rowsOf(box: FlowNumber): BareRow[] {
  return [headOf(box), ...box.parts.flatMap((part) => partRows(part, 0))];
}

function partRows({ key, label, number, parts }: FlowNumber, depth: number): BareRow[] {
  const count = number.count.toLocaleString("en");
  const own = { key, label, number, count, indent: depth * indent, isHead: false };
  return [own, ...parts.flatMap((part) => partRows(part, depth + 1))];
}

function naturalMain(box: FlowNumber, measure: MeasureText): number {
  return measure(box.label, "strong") + 4 * padding;
}

function naturalAside(box: FlowNumber, measure: MeasureText): number {
  const widths = rowsOf(box).map((row) => {
    const weight = row.isHead ? "strong" : "plain";
    return row.indent + measure(row.label, weight) + measure(row.count, weight);
  });
  return Math.ceil(Math.max(...widths)) + betweenLabelAndCount + 2 * padding;
}
