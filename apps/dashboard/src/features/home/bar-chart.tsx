// A small chart of bars, each of which opens its rows, and the same numbers as a table, which is the way
// for keys and screen readers.
import type { ViewFilters } from "@studydesk/domain/views/view-filters";
import type { ReactNode } from "react";
import { RowsLink } from "../../components/rows-link";
import classes from "./bar-chart.module.css";

export interface Bar {
  /** "2 days ago". */
  label: string;
  /** Below the bar, where there is room for it. */
  tick?: string;
  count: number;
  /** How much of it is filled; left out: all. */
  filled?: number;
  isCapped?: boolean;
  /** Left out: the bar stands for no rows of its own. */
  filters?: ViewFilters;
}

interface Props {
  title: string;
  detail: ReactNode;
  bars: readonly Bar[];
  /** Heads of the table: of what, how many, and how many of these. */
  columns: readonly [label: string, count: string, filled?: string];
  direction: "up" | "along";
  empty: string;
}

export function BarChart({ title, detail, bars, columns, direction, empty }: Props) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const isEmpty = bars.every(({ count }) => count === 0);
  const [ofWhat, howMany, ofThese] = columns;
  return (
    <figure className={classes.chart}>
      <figcaption>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.detail}>{isEmpty ? empty : detail}</p>
      </figcaption>
      {isEmpty ? null : direction === "up" ? (
        <Upright bars={bars} most={most} />
      ) : (
        <Along bars={bars} most={most} />
      )}
      <details className={classes.more}>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{ofWhat}</th>
              <th scope="col">{howMany}</th>
              {ofThese ? <th scope="col">{ofThese}</th> : null}
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td>
                  {bar.filters ? (
                    <RowsLink filters={bar.filters} label={`${countOf(bar)}, ${bar.label}`}>
                      {countOf(bar)}
                    </RowsLink>
                  ) : (
                    countOf(bar)
                  )}
                </td>
                {ofThese ? <td>{(bar.filled ?? 0).toLocaleString("en")}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const height = 96;

function Upright({ bars, most }: { bars: readonly Bar[]; most: number }) {
  const step = 100 / bars.length;
  return (
    <div aria-hidden="true">
      <svg
        className={classes.up}
        viewBox={`0 0 100 ${height.toString()}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.map((bar, index) => {
          const tall = (bar.count / most) * (height - 4);
          const filled = ((bar.filled ?? bar.count) / most) * (height - 4);
          const x = index * step + step * 0.14;
          const width = step * 0.72;
          const picture = (
            <>
              <title>{`${bar.label}: ${countOf(bar)}`}</title>
              <rect
                className={classes.ground}
                x={index * step}
                y={0}
                width={step}
                height={height}
              />
              <rect className={classes.pale} x={x} y={height - tall} width={width} height={tall} />
              <rect
                className={classes.full}
                x={x}
                y={height - filled}
                width={width}
                height={filled}
              />
            </>
          );
          return bar.filters && bar.count > 0 ? (
            <RowsLink key={bar.label} filters={bar.filters} className={classes.bar} isInPicture>
              {picture}
            </RowsLink>
          ) : (
            <g key={bar.label}>{picture}</g>
          );
        })}
      </svg>
      <div className={classes.ticks}>
        {bars.map(({ label, tick }, index) =>
          tick ? (
            <span key={label} style={{ left: `${((index + 0.5) * step).toString()}%` }}>
              {tick}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

function Along({ bars, most }: { bars: readonly Bar[]; most: number }) {
  return (
    <ul className={classes.along} aria-hidden="true">
      {bars.map((bar) => {
        const content = (
          <>
            <span className={classes.name}>{bar.label}</span>
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" className={classes.line}>
              <title>{`${bar.label}: ${countOf(bar)}`}</title>
              <rect className={classes.full} width={(bar.count / most) * 100} height={12} />
            </svg>
            <span className={classes.count}>{countOf(bar)}</span>
          </>
        );
        return (
          <li key={bar.label}>
            {bar.filters && bar.count > 0 ? (
              <RowsLink filters={bar.filters} className={classes.row} isInPicture>
                {content}
              </RowsLink>
            ) : (
              <span className={classes.row}>{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function countOf({ count, isCapped = false }: Bar): string {
  return `${count.toLocaleString("en")}${isCapped ? "+" : ""}`;
}
