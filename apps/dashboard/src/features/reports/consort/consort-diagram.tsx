// The flow drawn: boxes, arrows, and each number the way to its rows. Its words are text that is read out,
// found, and never cut off.
import type { ReactNode } from "react";
import { NumberLink } from "../number-link";
import classes from "./consort-diagram.module.css";
import {
  type Arrow,
  type DrawnBox,
  type DrawnFlow,
  type DrawnRow,
  lineHeight,
} from "./lay-out-consort";

interface Props {
  flow: DrawnFlow;
  /** On paper a number opens nothing. */
  isOnPaper?: boolean;
}

export function ConsortDiagram({
  flow: { width, height, boxes, arrows },
  isOnPaper = false,
}: Props) {
  return (
    <svg
      className={classes.flow}
      viewBox={`0 0 ${width.toString()} ${height.toString()}`}
      width={width}
      height={height}
      aria-label="CONSORT flow diagram"
    >
      {arrows.map((arrow) => (
        <ArrowLine key={arrow.flat().join(" ")} arrow={arrow} />
      ))}
      {boxes.map((box) => (
        <Box key={box.key} box={box} isOnPaper={isOnPaper} />
      ))}
    </svg>
  );
}

function ArrowLine({ arrow }: { arrow: Arrow }) {
  const [x, y] = arrow.at(-1) ?? [0, 0];
  const [beforeX] = arrow.at(-2) ?? [0, 0];
  const isDown = beforeX === x;
  const head = isDown
    ? `M${x - 4} ${y - 7}L${x} ${y}L${x + 4} ${y - 7}`
    : `M${x - 7} ${y - 4}L${x} ${y}L${x - 7} ${y + 4}`;
  const line = arrow.map((corner) => corner.join(" ")).join("L");
  return <path className={classes.arrow} d={`M${line}${head}`} />;
}

function Box({ box, isOnPaper }: { box: DrawnBox; isOnPaper: boolean }) {
  const { x, y, width, height, isMain, rows } = box;
  return (
    <g transform={`translate(${x.toString()} ${y.toString()})`} data-box={box.key}>
      <rect className={classes.box} width={width} height={height} rx={8} />
      {rows.map((row) => (
        <Row key={row.key} row={row} width={width} isMain={isMain} isOnPaper={isOnPaper} />
      ))}
    </g>
  );
}

interface RowProps {
  row: DrawnRow;
  width: number;
  isMain: boolean;
  isOnPaper: boolean;
}

function Row({ row, width, isMain, isOnPaper }: RowProps) {
  const words = isMain ? (
    <MainWords row={row} width={width} />
  ) : (
    <SideWords row={row} width={width} />
  );
  const content = (
    <>
      <rect
        className={classes.ground}
        x={4}
        y={row.top}
        width={width - 8}
        height={row.height}
        rx={5}
      />
      {words}
    </>
  );
  if (isOnPaper || row.number.count === 0) return <g>{content}</g>;
  return (
    <NumberLink number={row.number} of={row.label} className={classes.link}>
      {content}
    </NumberLink>
  );
}

function MainWords({ row: { lines, count, top }, width }: { row: DrawnRow; width: number }) {
  const middle = width / 2;
  return (
    <text className={classes.main} textAnchor="middle">
      {lines.map((line, index) => (
        <tspan key={line} x={middle} y={baseline(top, index)} className={classes.strong}>
          {line}{" "}
        </tspan>
      ))}
      <tspan x={middle} y={baseline(top, lines.length)}>
        {count}
      </tspan>
    </text>
  );
}

function SideWords({ row, width }: { row: DrawnRow; width: number }) {
  const { lines, count, top, height, indent, isHead } = row;
  // The lines stand in the middle of what can be pressed.
  const rowTop = top + (height - lines.length * lineHeight) / 2;
  const isInFull: ReactNode = lines.map((line, index) => (
    <tspan key={`${index.toString()} ${line}`} x={12 + indent} y={baseline(rowTop, index)}>
      {line}{" "}
    </tspan>
  ));
  return (
    <text className={isHead ? classes.strong : indent > 0 ? classes.reason : undefined}>
      {isInFull}
      <tspan x={width - 12} y={baseline(rowTop, 0)} textAnchor="end" className={classes.count}>
        {count}
      </tspan>
    </text>
  );
}

function baseline(top: number, line: number): number {
  return top + line * lineHeight + 13.5;
}
