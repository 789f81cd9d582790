// The measurements of all servers as one table: rates, the share of the barest server's, and waiting times.
import type { OperationName } from "./operations";
import type { Load } from "./run-load";

export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of the server's processor for one request. */
  processorTime: number;
}

/** What the share of the barest server's rate should be at least. */
export const goals: Readonly<Record<OperationName, number>> = {
  list: 0.5,
  "filtered list": 0.5,
  "deep page": 0.5,
  search: 0.6,
  "one lead": 0.18,
  create: 0.35,
  "change status": 0.29,
  counts: 0.15,
};

export function summarize(loads: readonly Load[]): Measured {
  const times = loads.flatMap(({ times }) => times).toSorted((a, b) => a - b);
  const seconds = loads.reduce((sum, load) => sum + load.seconds, 0);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  const processorTime = loads.reduce((sum, load) => sum + load.processorTime, 0) / times.length;
  return {
    perSecond: times.length / seconds,
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    processorTime,
  };
}

export function tableLines(measured: ReadonlyMap<OperationName, readonly Measured[]>): string[] {
  const heads = ["a", "b", "c"].flatMap((name) => [`(${name})/s`, "p50", "p95", "p99", "cpu"]);
  const rows = [...measured].map(([operation, [own, middle, bare]]) => [
    operation,
    ...[own, middle, bare].flatMap((one) => [
      (one?.perSecond ?? 0).toFixed(0),
      ...[one?.p50, one?.p95, one?.p99].map((ms) => (ms ?? 0).toFixed(1)),
      (one?.processorTime ?? 0).toFixed(2),
    ]),
    shareOf(own, bare).toFixed(2),
    goals[operation].toFixed(2),
    shareOf(own, bare) >= goals[operation] ? "yes" : "no",
  ]);
  const lines = [["", ...heads, "(a)/(c)", "goal", "met"], ...rows];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines.map(
    (line) =>
      `| ${line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join(" | ")} |`,
  );
}

function shareOf(own: Measured | undefined, bare: Measured | undefined): number {
  return own && bare ? own.perSecond / bare.perSecond : 0;
}
